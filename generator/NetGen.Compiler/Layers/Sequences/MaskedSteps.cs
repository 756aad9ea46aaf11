using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers.Sequences;

/// <summary>What a mask of positions does to a recurrence: an absent step leaves the states as they were, and its output is zero; <c>torch.nn.utils.rnn.pack_padded_sequence</c>.</summary>
internal static class MaskedSteps
{
    /// <summary>A mask [length] as a sequence whose steps are numbers: [length, 1].</summary>
    public static Node Sequence(GraphBuilder graph, Node mask) => graph.Reshape(mask, new Shape(mask.Type.Last, 1));

    /// <summary>Where the step is present, <paramref name="value"/>; otherwise another one, or zeros.</summary>
    /// <param name="graph">The graph of a step.</param>
    /// <param name="mask">The step's part of the mask, [1].</param>
    public static Node Choose(GraphBuilder graph, Node mask, Node value, Node? otherwise = null)
    {
        mask = value.Type.Shape.Rank == 0 ? graph.Reshape(mask, new Shape()) : mask;
        return otherwise is null
            ? graph.Map(new Select(Comparison.NotEqual, Scalar.Variable(1), Scalar.Constant(0), Scalar.X, Scalar.Constant(0)), value, mask)
            : graph.Map(new Select(Comparison.NotEqual, Scalar.Variable(1), Scalar.Constant(0), Scalar.X, Scalar.Variable(2)), value, mask, otherwise);
    }

    /// <summary>Of values [length, …] those of the last position that is present, or of the first one; zeros where none is.</summary>
    public static Node Last(GraphBuilder graph, Node values, Node mask, bool first)
    {
        // Positions are numbered from 1, so that what is absent counts for less than all of them: the largest number that is present is that of the last one.
        var length = mask.Type.Last;
        var index = graph.Iota(new TensorType(false, new Shape(length)));
        var number = graph.Map(first ? length - Scalar.X : Scalar.X + 1, index);
        var present = graph.Map(new Select(Comparison.NotEqual, Scalar.Variable(1), Scalar.Constant(0), Scalar.X, Scalar.Constant(0)), number, mask);
        var isLast = graph.Map(new Select(Comparison.Equal, Scalar.X, Scalar.Variable(1), Scalar.Constant(1), Scalar.Constant(0)), number, graph.Reduce(Reduction.Max, present, Axis.Last));
        var column = graph.Reshape(isLast, new Shape([length, .. Enumerable.Repeat(1, values.Type.Shape.Rank - 1)]));
        var chosen = graph.Map(new Select(Comparison.NotEqual, Scalar.Variable(1), Scalar.Constant(0), Scalar.X, Scalar.Constant(0)), values, column);
        return values.Type.Shape.Rank == 1
            ? graph.Reshape(graph.Reduce(Reduction.Sum, chosen, Axis.Last), new Shape())
            : graph.Reshape(graph.Reduce(Reduction.Sum, chosen, 0), values.Type.Shape.WithoutFirst());
    }
}
