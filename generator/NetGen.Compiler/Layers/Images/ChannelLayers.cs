using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers.Images;

/// <summary>Dropout of whole channels; <c>torch.nn.Dropout1d</c>, <c>torch.nn.Dropout2d</c>.</summary>
internal sealed class SpatialDropout : LayerDefinition
{
    public override string Kind => "SpatialDropout";

    public override bool KeepsPositions(LayerSpec layer) => true;

    public override string Describe(LayerSpec layer) => Inv($"SpatialDropout({Rate(layer)})");

    public override string? Signature(LayerSpec layer) => null;

    public override LayerOutline Outline(LayerSpec layer, Shape input) =>
        input.Rank is not (2 or 3) ? ImageAxes.RefuseRank(Kind, input, sequences: true)
        : Rate(layer) is >= 0 and < 1 ? new LayerOutline(input, input.Count)
        : LayerOutline.Refuse("NG0005", "Rate", Inv($"SpatialDropout drops with a rate from 0 up to, but not including, 1, not {Rate(layer)}"));

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x)
    {
        if (!lowering.Training || Rate(layer) == 0)
        {
            return x;
        }

        var graph = lowering.Graph;
        var image = ImageAxes.ChannelsLast(graph, x);
        var mask = graph.RandomMask(new TensorType(true, new Shape(1, 1, x.Type.Shape[0])), Rate(layer), lowering.Stream);
        return ImageAxes.ChannelsFirst(graph, graph.Multiply(image, mask), x);
    }

    private static double Rate(LayerSpec layer) => layer.Number("Rate", 0.5);
}

/// <summary>
/// Normalisation over groups of channels and all positions of a sample, with the biased variance, then a factor and an addend per channel.
/// Wu, He 2018; <c>torch.nn.GroupNorm</c>.
/// </summary>
internal sealed class GroupNorm : LayerDefinition
{
    public override string Kind => "GroupNorm";

    public override string Describe(LayerSpec layer) => Inv($"GroupNorm({layer.Int("Groups", 0)})");

    public override string Signature(LayerSpec layer) => $"GroupNorm({layer.Int("Groups", 0)}, Epsilon = {NumberText.Shortest(Epsilon(layer))})";

    public override LayerOutline Outline(LayerSpec layer, Shape input)
    {
        var groups = layer.Int("Groups", 0);
        if (input.Rank is not (2 or 3))
        {
            return ImageAxes.RefuseRank(Kind, input, sequences: true);
        }

        if (groups < 1 || input[0] % groups != 0)
        {
            return LayerOutline.Refuse("NG0005", "Groups", Inv($"GroupNorm has {groups} groups, which must divide the {input[0]} channels of its input"));
        }

        return NormArguments.Check(layer, Epsilon(layer)) ?? new LayerOutline(input, NormArguments.Parameters(layer, input[0]), 8 * input.Count);
    }

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x)
    {
        var (graph, groups, channels) = (lowering.Graph, layer.Int("Groups", 0), x.Type.Shape[0]);
        var positions = (int)(x.Type.Shape.Count / channels);
        var image = ImageAxes.ChannelsLast(graph, x);
        var apart = graph.Reshape(image, new Shape(positions, groups, channels / groups));
        var share = Scalar.Constant(1.0 * groups / x.Type.Shape.Count);
        Node Mean(Node value) => graph.Map(Scalar.Variable(0) * share, graph.Reduce(Reduction.Sum, graph.Reduce(Reduction.Sum, value, 0), 2));
        var centred = graph.Subtract(apart, Mean(apart));
        var scale = graph.Map(Scalar.Constant(1) / Scalar.Sqrt(Scalar.Variable(0) + Scalar.Constant(Epsilon(layer))), Mean(graph.Map(Scalar.Square(Scalar.Variable(0)), centred)));
        var normal = graph.Reshape(graph.Multiply(centred, scale), image.Type.Shape);
        return ImageAxes.ChannelsFirst(graph, graph.Add(graph.Multiply(normal, lowering.Parameter("weight")), lowering.Parameter("bias")), x);
    }

    private static double Epsilon(LayerSpec layer) => layer.Number("Epsilon", 1e-5);
}
