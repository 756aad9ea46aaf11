using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Layers.Sequences;
using NetGen.Compiler.Model;
using NetGen.Compiler.Review;

namespace NetGen.Compiler.Shapes;

/// <summary>Shape inference: the declaration is run once on symbolic tensors, and its losses are held against what comes out.</summary>
public static class ShapeFold
{
    /// <summary>More values per sample than this cannot be addressed with room for a batch.</summary>
    internal const long MaxValues = 1 << 24;

    /// <summary>More trainable values than this are not supported.</summary>
    internal const int MaxParameters = int.MaxValue / 16;

    public static ShapedNetwork Run(NetworkSpec spec) => Run(spec, []);

    /// <param name="spec">The declaration.</param>
    /// <param name="rules">Who watches; what they find is among the remarks.</param>
    internal static ShapedNetwork Run(NetworkSpec spec, IReadOnlyList<TrainingRule> rules)
    {
        if (spec.Problems.Count > 0)
        {
            return new ShapedNetwork(spec, [], [], spec.Problems);
        }

        if (CheckClass(spec) is { } broken)
        {
            return new ShapedNetwork(spec, [], [], new([broken]));
        }

        var network = Elaborator.Run(spec, new GraphBuilder(), training: false, rules: rules);
        var problems = new List<Problem>(network.Problems);
        if (problems.Count == 0)
        {
            if (network.Parameters.Sum(parameter => parameter.Spec.Shape.Count) is var count and > MaxParameters)
            {
                problems.Add(new Problem("NG0005", Problem.Class, null, Inv($"the network has {count} parameters; at most {MaxParameters} are supported")));
            }

            problems.AddRange(LossCheck.Run(spec, network));
            if (network.Windows.Count > 0 && (spec.Inputs.Count > 1 || network.Outputs.Count > 1 || spec.Losses.Count > 1))
            {
                problems.Add(new Problem("NG0005", Problem.Class, null, Inv($"a network with stateful recurrences has one input, one output and at most one loss, not {spec.Inputs.Count}, {network.Outputs.Count} and {spec.Losses.Count}")));
            }
        }

        return new ShapedNetwork(spec, new(network.Layers), new(network.Outputs.Select(output => output.Type.Shape)), new(problems))
        {
            Remarks = network.Remarks,
            SmallestBatch = network.SmallestBatch,
            Parameters = network.Parameters,
            WindowStates = network.Windows.Count,
            Buffers = network.Buffers,
            Applications = network.Applications,
            OutputNumbers = network.OutputNumbers,
        };
    }

    private static Problem? CheckClass(NetworkSpec spec)
    {
        if (!Enum.IsDefined(typeof(Precision), spec.Precision))
        {
            return new Problem("NG0005", Problem.Class, "Precision", Inv($"Precision is Single or Double, not {(int)spec.Precision}"));
        }

        if (spec.Inputs.Count != 1 && spec.Body is null)
        {
            return new Problem("NG0005", Problem.Class, null, Inv($"a stack of layers needs exactly one [Input(…)], but {spec.Inputs.Count} are declared"));
        }

        if (spec.Inputs.FirstOrDefault(input => input.IsTokens && (input.Vocabulary is < 1 or > TokenLimits.MaxVocabulary || !IsSound(input.Shape))) is { } tokens)
        {
            var isVocabulary = tokens.Vocabulary is < 1 or > TokenLimits.MaxVocabulary;
            return new Problem("NG0005", Problem.Input, isVocabulary ? "Vocabulary" : "Length", isVocabulary
                ? Inv($"TokenInput knows from 1 to {TokenLimits.MaxVocabulary} tokens, not {tokens.Vocabulary}")
                : Inv($"TokenInput has from 1 to {MaxValues} tokens per sample, not {tokens.Shape[0]}"));
        }

        return spec.Inputs.Select(input => input.Shape).FirstOrDefault(shape => !IsSound(shape)) is { } wrong
            ? new Problem("NG0005", Problem.Input, "Dims", Inv($"Input needs 1 to 8 positive dimensions with at most {MaxValues} values, not ({string.Join(", ", wrong.Dims)})"))
            : null;
    }

    private static bool IsSound(Shape input) => input.Rank is >= 1 and <= 8 && input.Dims.All(dim => dim >= 1) && input.Count <= MaxValues;
}
