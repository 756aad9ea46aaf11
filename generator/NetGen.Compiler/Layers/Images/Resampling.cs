using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers.Images;

/// <summary>The mean over as many parts of the image as are asked for; <c>torch.nn.AdaptiveAvgPool2d</c>: part i of n reaches from ⌊i · extent / n⌋ to ⌈(i + 1) · extent / n⌉.</summary>
internal sealed class AdaptiveAveragePool : LayerDefinition
{
    public override string Kind => "AdaptiveAveragePool2D";

    public override string Describe(LayerSpec layer) => Inv($"{Kind}({Size(layer).Height}, {Size(layer).Width})");

    public override string Signature(LayerSpec layer) => Describe(layer);

    public override LayerOutline Outline(LayerSpec layer, Shape input)
    {
        var (height, width) = Size(layer);
        return input.Rank != 3 ? ImageAxes.RefuseRank(Kind, input)
            : height < 1 || width < 1 || height > 1024 || width > 1024 ? LayerOutline.Refuse("NG0005", layer.Find("Size") is not null ? "Size" : height is < 1 or > 1024 ? "Height" : "Width", Inv($"{Kind} makes between 1 and 1024 rows and columns, not {height} by {width}"))
            : new LayerOutline(new Shape(input[0], height, width), input.Count);
    }

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x)
    {
        var ((height, width), shape) = (Size(layer), x.Type.Shape);
        return shape[1] % height == 0 && shape[2] % width == 0
            ? ImageAxes.ChannelsFirst(lowering.Graph, AveragePool.Mean(lowering.Graph, ImageAxes.ChannelsLast(lowering.Graph, x), Even(shape, height, width)), x)
            : Resampling.Lower(lowering.Graph, x, Means(shape[1], height), Means(shape[2], width));
    }

    private static Window Even(Shape shape, int height, int width)
    {
        var (rows, columns) = (shape[1] / height, shape[2] / width);
        return new Window(rows, columns, rows, columns);
    }

    private static double[][] Means(int extent, int parts) => [.. Enumerable.Range(0, parts).Select(part =>
    {
        var (from, to) = (part * extent / parts, (((part + 1) * extent) + parts - 1) / parts);
        return Enumerable.Range(0, extent).Select(position => position >= from && position < to ? 1.0 / (to - from) : 0).ToArray();
    })];

    private static (int Height, int Width) Size(LayerSpec layer) => (layer.Int("Size", layer.Int("Height", 0)), layer.Int("Size", layer.Int("Width", 0)));
}

/// <summary>An image several times as large; <c>torch.nn.Upsample</c>: each value repeated, or (bilinear, without aligned corners) weighted means of the four nearest.</summary>
internal sealed class Upsample : LayerDefinition
{
    public override string Kind => "Upsample2D";

    public override string Describe(LayerSpec layer) => Inv($"{Kind}({Scale(layer)}{WindowArguments.Written(layer)})");

    public override string Signature(LayerSpec layer) => Inv($"{Kind}({Scale(layer)}{(layer.Flag("Bilinear", false) ? ", Bilinear = true" : "")})");

    public override LayerOutline Outline(LayerSpec layer, Shape input) => input.Rank != 3
        ? ImageAxes.RefuseRank(Kind, input)
        : Scale(layer) is < 1 or > 64 ? LayerOutline.Refuse("NG0005", "Scale", Inv($"{Kind} enlarges 1 to 64 times, not {Scale(layer)} times"))
        : input.Count * Scale(layer) * Scale(layer) > int.MaxValue / 16 ? LayerOutline.Refuse("NG0005", "Scale", Inv($"{Kind}({Scale(layer)}) makes {input.Count * Scale(layer) * Scale(layer)} values of {input}; at most {int.MaxValue / 16} are possible"))
        : new LayerOutline(new Shape(input[0], input[1] * Scale(layer), input[2] * Scale(layer)), input.Count * Scale(layer) * Scale(layer) * (layer.Flag("Bilinear", false) ? 4 : 1));

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x)
    {
        var (graph, scale, shape) = (lowering.Graph, Scale(layer), x.Type.Shape);
        if (layer.Flag("Bilinear", false))
        {
            return Resampling.Lower(graph, x, Between(shape[1], scale), Between(shape[2], scale));
        }

        var image = ImageAxes.ChannelsLast(graph, x);
        var (height, width, channels) = (shape[1], shape[2], shape[0]);
        var apart = graph.Reshape(image, new Shape(height, 1, width, 1, channels));
        var repeated = graph.BroadcastTo(apart, apart.Type with { Shape = new Shape(height, scale, width, scale, channels) });
        return ImageAxes.ChannelsFirst(graph, graph.Reshape(repeated, new Shape(height * scale, width * scale, channels)), x);
    }

    // Result i lies at (i + 1/2) / scale - 1/2, but not before the first value or behind the last.
    private static double[][] Between(int extent, int scale) => [.. Enumerable.Range(0, extent * scale).Select(index =>
    {
        var place = Math.Max(0, ((index + 0.5) / scale) - 0.5);
        var (first, second) = ((int)place, Math.Min((int)place + 1, extent - 1));
        var weights = new double[extent];
        weights[first] += 1 - (place - first);
        weights[second] += place - first;
        return weights;
    })];

    private static int Scale(LayerSpec layer) => layer.Int("Scale", 0);
}

/// <summary>Rows and columns of an image as weighted sums of those of another one.</summary>
internal static class Resampling
{
    /// <param name="graph">The graph.</param>
    /// <param name="x">[channels, height, width].</param>
    /// <param name="rows">For each row of the result, the weights of the rows of <paramref name="x"/>.</param>
    /// <param name="columns">The same for columns.</param>
    public static Node Lower(GraphBuilder graph, Node x, double[][] rows, double[][] columns)
    {
        var (channels, height, width) = (x.Type.Shape[0], x.Type.Shape[1], x.Type.Shape[2]);
        var image = graph.Reshape(ImageAxes.ChannelsLast(graph, x), new Shape(height, width * channels));
        var tall = graph.Reshape(graph.BatchMatMul(Matrix(graph, rows), image), new Shape(rows.Length, width, channels));
        var across = graph.Reshape(graph.Transpose(tall, 1, 0, 2), new Shape(width, rows.Length * channels));
        var wide = graph.Reshape(graph.BatchMatMul(Matrix(graph, columns), across), new Shape(columns.Length, rows.Length, channels));
        return ImageAxes.ChannelsFirst(graph, graph.Transpose(wide, 1, 0, 2), x);
    }

    private static Node Matrix(GraphBuilder graph, double[][] values) => graph.Reshape(graph.Constant([.. values.SelectMany(row => row)]), new Shape(values.Length, values[0].Length));
}
