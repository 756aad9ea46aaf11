using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Steps;

/// <summary>Sums, means and extremes over one axis or all, and the softmax that is made of them.</summary>
internal static class ReductionSteps
{
    public static IEnumerable<(string Name, Func<StepContext, Node> Build)> All =>
    [
        ("Sum", context => Over(context, (graph, x, axis) => graph.Reduce(Reduction.Sum, x, axis))),
        ("Mean", context => Over(context, (graph, x, axis) => graph.Map(Scalar.X * Scalar.Constant(1.0 / x.Type.Shape[axis]), graph.Reduce(Reduction.Sum, x, axis)))),
        ("Max", context => Over(context, (graph, x, axis) => graph.Reduce(Reduction.Max, x, axis))),
        ("Min", context => Over(context, (graph, x, axis) => graph.Map(-Scalar.X, graph.Reduce(Reduction.Max, graph.Map(-Scalar.X, x), axis)))),
        ("Softmax", context => AlongLast(context, Layers.Softmax.Of)),
        ("LogSoftmax", context => AlongLast(context, Layers.Softmax.LogOf)),
    ];

    private static Node Over(StepContext context, Func<GraphBuilder, Node, int, Node> reduce)
    {
        var graph = context.Graph;
        if (context.Step.Find("Axis") is null)
        {
            // All axes in one row, so that one reduction does it.
            var row = graph.Reshape(context.X, new Shape((int)context.Shape.Count));
            return graph.Reshape(reduce(graph, row, 0), new Shape());
        }

        var axis = context.Axis("Axis", 0);
        var reduced = reduce(graph, context.X, axis);
        return context.Step.Flag("Keep", false)
            ? reduced
            : graph.Reshape(reduced, new Shape(context.Shape.Dims.Where((_, index) => index != axis).ToArray()));
    }

    private static Node AlongLast(StepContext context, Func<GraphBuilder, Node, Node> function)
    {
        if (context.Shape.Rank == 0)
        {
            throw new StepRefused($"{context.Step.Operation} needs an axis, but {context.Texts[0]} has none");
        }

        var (axis, last) = (context.Axis("Axis", -1), context.Shape.Rank - 1);
        if (axis == last)
        {
            return function(context.Graph, context.X);
        }

        var swap = AxisSteps.Swap(context.Shape.Rank, axis, last);
        return context.Graph.Transpose(function(context.Graph, context.Graph.Transpose(context.X, swap)), swap);
    }
}
