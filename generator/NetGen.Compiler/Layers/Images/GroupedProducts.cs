using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers.Images;

/// <summary>The products of convolutions, for one group of channels or for several.</summary>
internal static class GroupedProducts
{
    /// <summary>[height, width, channels] by a weight [outputs, taps · channels of a group] into [rows, columns, outputs].</summary>
    public static Node Convolve(GraphBuilder graph, Node image, Node weight, Window window, int outputs, int groups)
    {
        var channels = image.Type.Last;
        if (groups == 1)
        {
            return graph.MatMul(graph.Patches(image, window, joined: true), weight, transposeRight: true);
        }

        var patches = graph.Patches(image, window, joined: false);
        var (rows, columns) = (patches.Type.Shape[0], patches.Type.Shape[1]);
        if (groups == channels && outputs == channels)
        {
            // Depthwise: every channel by itself.
            var scaled = graph.Multiply(patches, graph.Transpose(weight, 1, 0));
            return graph.Reshape(graph.Reduce(Reduction.Sum, scaled, 2), new Shape(rows, columns, channels));
        }

        var (positions, inputs) = (rows * columns, channels / groups);
        var grouped = graph.Transpose(graph.Reshape(patches, new Shape(positions, window.Taps, groups, inputs)), 2, 0, 1, 3);
        var left = graph.Reshape(grouped, new Shape(groups, positions, window.Taps * inputs));
        var right = graph.TransposeLast(graph.Reshape(weight, new Shape(groups, outputs / groups, window.Taps * inputs)));
        return graph.Reshape(graph.Transpose(graph.BatchMatMul(left, right), 1, 0, 2), new Shape(rows, columns, outputs));
    }

    /// <summary>[height, width, channels] by a weight [channels, taps · outputs of a group] into [height, width, taps · outputs]: what each position puts into its window.</summary>
    public static Node Spread(GraphBuilder graph, Node image, Node weight, Window window, int outputs, int groups)
    {
        if (groups == 1)
        {
            return graph.MatMul(image, weight);
        }

        var (rows, columns, inputs) = (image.Type.Shape[0], image.Type.Shape[1], image.Type.Last / groups);
        var positions = rows * columns;
        var left = graph.Transpose(graph.Reshape(image, new Shape(positions, groups, inputs)), 1, 0, 2);
        var right = graph.Reshape(weight, new Shape(groups, inputs, window.Taps * (outputs / groups)));
        var product = graph.Reshape(graph.BatchMatMul(left, right), new Shape(groups, positions, window.Taps, outputs / groups));
        return graph.Reshape(graph.Transpose(product, 1, 2, 0, 3), new Shape(rows, columns, window.Taps * outputs));
    }
}
