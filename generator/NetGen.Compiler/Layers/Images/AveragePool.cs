using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers.Images;

/// <summary>The mean of what a window sees, channel by channel, padding included; <c>torch.nn.AvgPool2d</c>.</summary>
internal sealed class AveragePool : Pooling
{
    public override string Kind => "AveragePool2D";

    protected override Node Pool(GraphBuilder graph, Node image, WindowArguments arguments) => Mean(graph, arguments.Pad(graph, image), arguments.Window);

    /// <summary>The mean over windows of [height, width, channels].</summary>
    public static Node Mean(GraphBuilder graph, Node image, Window window)
    {
        var patches = graph.Patches(image, window, joined: false);
        var sum = graph.Reduce(Reduction.Sum, patches, 2);
        return graph.Reshape(graph.Map(Scalar.Variable(0) * Scalar.Constant(1.0 / window.Taps), sum), new Shape(patches.Type.Shape[0], patches.Type.Shape[1], patches.Type.Last));
    }
}

/// <summary>The mean of each channel, [channels]; <c>torch.nn.AdaptiveAvgPool2d(1)</c> and <c>torch.nn.Flatten</c>.</summary>
internal sealed class GlobalAveragePool : LayerDefinition
{
    public override string Kind => "GlobalAveragePool2D";

    public override string Signature(LayerSpec layer) => Kind;

    public override LayerOutline Outline(LayerSpec layer, Shape input) => input.Rank == 3
        ? new LayerOutline(new Shape(input[0]), input.Count)
        : ImageAxes.RefuseRank(Kind, input);

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x)
    {
        var graph = lowering.Graph;
        var (channels, positions) = (x.Type.Shape[0], x.Type.Shape[1] * x.Type.Shape[2]);
        var rows = graph.Reshape(ImageAxes.ChannelsLast(graph, x), new Shape(positions, channels));
        return graph.Reshape(graph.Map(Scalar.Variable(0) * Scalar.Constant(1.0 / positions), graph.Reduce(Reduction.Sum, rows, 0)), new Shape(channels));
    }
}
