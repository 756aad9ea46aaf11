using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers.Images;

/// <summary>
/// The largest value that a window sees, channel by channel; <c>torch.nn.MaxPool2d</c>. Of several equal ones the first gets the gradient, as in PyTorch: what is kept for that is
/// its number, not the input.
/// </summary>
internal sealed class MaxPool : Pooling
{
    /// <summary>Stands around the image: less than any value.</summary>
    private const double Outside = float.MinValue;

    public override string Kind => "MaxPool2D";

    protected override Node Pool(GraphBuilder graph, Node image, WindowArguments arguments)
    {
        var window = arguments.Window;
        image = Around(graph, Around(graph, image, 0, arguments.Top, arguments.Bottom), 1, arguments.Left, arguments.Right);
        var patches = graph.Patches(image, window, joined: false);
        var (rows, columns, channels) = (patches.Type.Shape[0], patches.Type.Shape[1], patches.Type.Last);

        // The number of the first tap that attains the maximum: the negated largest of negated numbers.
        var (x0, x1, x2) = (Scalar.Variable(0), Scalar.Variable(1), Scalar.Variable(2));
        var taps = graph.Reshape(graph.Constant([.. Enumerable.Range(0, window.Taps).Select(tap => (double)tap)]), new Shape(window.Taps, 1));
        var largest = graph.Reduce(Reduction.Max, patches, 2);
        var attained = graph.Map(new Select(Comparison.Equal, x0, x1, -x2, Scalar.Constant(-window.Taps)), graph.Detach(patches), graph.Detach(largest), taps);
        var first = graph.Map(-x0, graph.Reduce(Reduction.Max, attained, 2));
        var chosen = graph.Map(new Select(Comparison.Equal, x0, x1, x2, Scalar.Constant(0)), first, taps, patches);

        // The value is the maximum, and the way of the gradient the chosen one: their difference, 0, is for the differentiator alone.
        var way = graph.Reduce(Reduction.Sum, chosen, 2);
        var value = graph.Map(x0 + (x1 - x2), graph.Detach(largest), way, graph.Detach(way));
        return graph.Reshape(value, new Shape(rows, columns, channels));
    }

    private static Node Around(GraphBuilder graph, Node image, int axis, int before, int after)
    {
        Node[] Border(int extent) => extent == 0 ? [] : [graph.Fill(Outside, image.Type with { Shape = new Shape([.. image.Type.Shape.Dims.Select((dim, index) => index == axis ? extent : dim)]) })];
        return graph.Concat(axis, [.. Border(before), image, .. Border(after)]);
    }
}
