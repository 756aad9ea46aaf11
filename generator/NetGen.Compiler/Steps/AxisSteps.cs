using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Steps;

/// <summary>The same values in another arrangement, or some of them.</summary>
internal static class AxisSteps
{
    public static IEnumerable<(string Name, Func<StepContext, Node> Build)> All =>
    [
        ("Transpose", Transpose), ("Reshape", Reshape), ("Concat", Concat), ("Slice", Slice),
        ("Flatten", context => context.Graph.Reshape(context.X, new Shape((int)context.Shape.Count))),
    ];

    /// <summary>The permutation that exchanges two axes.</summary>
    public static int[] Swap(int rank, int first, int second)
    {
        var axes = Enumerable.Range(0, rank).ToArray();
        (axes[first], axes[second]) = (second, first);
        return axes;
    }

    private static Node Transpose(StepContext context)
    {
        var rank = context.Shape.Rank;
        return rank >= 2
            ? context.Graph.Transpose(context.X, Swap(rank, context.Axis("First", -2), context.Axis("Second", -1)))
            : throw new StepRefused("NG1002", $"Transpose exchanges two axes, but {context.Texts[0]} has {(rank == 0 ? "none" : "one")}");
    }

    private static Node Reshape(StepContext context)
    {
        var dims = context.Step.Ints("Dims");
        if (dims.Length > 8 || dims.Any(dim => dim is 0 or < -1) || dims.Count(dim => dim == -1) > 1)
        {
            throw new StepRefused("NG0005", $"Reshape needs at most 8 positive dimensions, at most one of them -1, not ({string.Join(", ", dims)})");
        }

        var (known, count) = (new Shape(dims.Where(dim => dim > 0).ToArray()).Count, context.Shape.Count);
        var open = Array.IndexOf(dims, -1);
        if (open >= 0 && count % known == 0)
        {
            dims[open] = (int)(count / known);
            known = count;
        }

        return known == count && !(open >= 0 && dims[open] < 1)
            ? context.Graph.Reshape(context.X, new Shape(dims))
            : throw new StepRefused("NG1005", Inv($"Reshape({string.Join(", ", dims)}) needs {(open >= 0 ? "a multiple of " : "")}{known} values, but {context.Texts[0]} has {count}"));
    }

    private static Node Concat(StepContext context)
    {
        var axis = context.Axis("Axis", 0);
        foreach (var (input, text) in context.Inputs.Zip(context.Texts, (input, text) => (input, text)))
        {
            var shape = input.Type.Shape;
            if (shape.Rank != context.Shape.Rank || Enumerable.Range(0, shape.Rank).Any(other => other != axis && shape[other] != context.Shape[other]))
            {
                throw new StepRefused("NG1008", Inv($"Concat along axis {axis} needs tensors that are equal in all other axes; it has {context.Texts[0]} and {text}"));
            }
        }

        return context.Graph.Concat(axis, context.Inputs);
    }

    private static Node Slice(StepContext context)
    {
        var (graph, x) = (context.Graph, context.X);
        var kept = new List<int>();
        for (var axis = 0; axis < context.Shape.Rank || context.Step.Find(Inv($"Axis{axis}")) is not null; axis++)
        {
            if (axis >= context.Shape.Rank)
            {
                throw new StepRefused("NG1002", Inv($"the indexer has more than {context.Shape.Rank} arguments, but {context.Texts[0]} has {context.Shape.Rank} axes"));
            }

            var extent = context.Shape[axis];
            if (context.Step.Find(Inv($"Axis{axis}")) is not { } argument)
            {
                kept.Add(extent);
                continue;
            }

            var numbers = argument.Numbers.Select(number => (int)number).ToArray();
            var isIndex = numbers[0] == 1;
            var start = numbers[2] == 1 ? extent - numbers[1] : numbers[1];
            var end = isIndex ? start + 1 : numbers[4] == 1 ? extent - numbers[3] : numbers[3];
            if (start < 0 || end > extent || end <= start)
            {
                throw new StepRefused("NG0005", isIndex
                    ? Inv($"index {start} is outside of axis {axis} of {context.Texts[0]}")
                    : Inv($"the range {start}..{end} is {(end <= start ? "empty" : "not")} within axis {axis} of {context.Texts[0]}").Replace("is empty within", "is empty in"));
            }

            x = graph.Slice(x, axis, start, end - start);
            if (!isIndex)
            {
                kept.Add(end - start);
            }
        }

        return graph.Reshape(x, new Shape([.. kept]));
    }
}
