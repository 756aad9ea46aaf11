using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Steps;

/// <summary>Random numbers: drawn in training, their mean in evaluation.</summary>
internal static class RandomSteps
{
    public static IEnumerable<(string Name, Func<StepContext, Node> Build)> All => [("Dropout", Dropout), ("RandomNormal", RandomNormal)];

    private static Node Dropout(StepContext context)
    {
        var rate = context.Step.Number("Rate", 0.5);
        if (!(rate is >= 0 and < 1))
        {
            throw new StepRefused("NG0005", Inv($"Dropout drops with a rate from 0 up to, but not including, 1, not {rate}"));
        }

        var stream = context.NextStream();
        return context.Training && rate > 0
            ? context.Graph.Multiply(context.X, context.Graph.RandomMask(context.X.Type with { Batched = true }, rate, stream))
            : context.X;
    }

    private static Node RandomNormal(StepContext context)
    {
        var dims = context.Step.Ints("Dims");
        if (dims.Length > 8 || dims.Any(dim => dim < 1))
        {
            throw new StepRefused("NG0005", $"RandomNormal needs at most 8 positive dimensions, not ({string.Join(", ", dims)})");
        }

        var (shape, stream) = (new Shape(dims), context.NextStream());
        return context.Training ? context.Graph.RandomNormal(shape, stream) : context.Graph.Fill(0, new TensorType(false, shape));
    }
}
