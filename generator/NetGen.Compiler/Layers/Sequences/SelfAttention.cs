using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers.Sequences;

/// <summary>Every position asks all others: <c>torch.nn.MultiheadAttention(width, heads, batch_first=True)</c> of x, x, x.</summary>
internal sealed class SelfAttention : LayerDefinition
{
    public override string Kind => "SelfAttention";

    public override bool KeepsPositions(LayerSpec layer) => true;

    public override bool TakesMask => true;

    public override bool MixesFeatures => true;

    public override string Describe(LayerSpec layer) =>
        Inv($"SelfAttention({Heads(layer)}{Option(layer, "Causal")}{Option(layer, "Rotary")}{(Rate(layer) > 0 ? ", Dropout = " + NumberText.Shortest(Rate(layer)) : "")}{(HasBias(layer) ? "" : ", Bias = false")})");

    public override string Signature(LayerSpec layer) =>
        Inv($"SelfAttention({Heads(layer)}{Option(layer, "Causal")}{Option(layer, "Rotary")}{(HasBias(layer) ? "" : ", Bias = false")})");

    public override LayerOutline Outline(LayerSpec layer, Shape input)
    {
        if (SequenceShape.Refuse(Kind, input) is { } refusal)
        {
            return refusal;
        }

        var (heads, length, width) = (Heads(layer), input[0], input.Last);
        if (heads < 1 || width % heads != 0)
        {
            return LayerOutline.Refuse("NG1007", "Heads", Inv($"SelfAttention divides the features of its input among its heads, but {width} features of {input} cannot be divided among {heads}"));
        }

        if (layer.Flag("Rotary", false) && width / heads % 2 != 0)
        {
            return LayerOutline.Refuse("NG1007", "Rotary", Inv($"rotary positions turn pairs of features, but each of {heads} heads has {width / heads} of the {width} features; an even number is needed"));
        }

        if (!(Rate(layer) is >= 0 and < 1))
        {
            return LayerOutline.Refuse("NG0005", "Dropout", Inv($"Dropout drops with a rate from 0 up to, but not including, 1, not {Rate(layer)}"));
        }

        var init = layer.Init == Initializer.Default ? Initializer.GlorotUniform : layer.Init;
        var parameters = new List<ParameterSpec> { new("in_proj_weight", new Shape(3 * width, width), init, width, 3 * width) };
        if (HasBias(layer))
        {
            parameters.Add(new ParameterSpec("in_proj_bias", new Shape(3 * width), Initializer.Zeros, width, 3 * width));
        }

        parameters.Add(new ParameterSpec("out_proj.weight", new Shape(width, width), init, width, width));
        if (HasBias(layer))
        {
            parameters.Add(new ParameterSpec("out_proj.bias", new Shape(width), Initializer.Zeros, width, width));
        }

        var flops = (8L * length * width * width) + (4L * length * length * width) + (HasBias(layer) ? 4L * length * width : 0);
        return new LayerOutline(input, new EquatableArray<ParameterSpec>(parameters), flops);
    }

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x)
    {
        var (graph, heads) = (lowering.Graph, Heads(layer));
        var projected = graph.MatMul(x, lowering.Parameter("in_proj_weight"), transposeRight: true);
        projected = HasBias(layer) ? graph.Add(projected, lowering.Parameter("in_proj_bias")) : projected;

        var (q, k, v) = (Part(graph, projected, 0), Part(graph, projected, 1), Part(graph, projected, 2));
        if (layer.Flag("Rotary", false))
        {
            (q, k) = (Positions.RotateHeads(graph, q, heads, Positions.Theta), Positions.RotateHeads(graph, k, heads, Positions.Theta));
        }

        var causal = layer.Flag("Causal", false);
        var answers = lowering.Training && Rate(layer) > 0
            ? ScaledDotProduct.Join(graph, ScaledDotProduct.Of(graph, ScaledDotProduct.Split(graph, q, heads), ScaledDotProduct.Split(graph, k, heads), ScaledDotProduct.Split(graph, v, heads), lowering.Mask, causal,
                weights => graph.Multiply(weights, graph.RandomMask(weights.Type, Rate(layer), lowering.Stream))))
            : ScaledDotProduct.OfJoined(graph, q, k, v, lowering.Mask, heads, causal);
        var result = graph.MatMul(answers, lowering.Parameter("out_proj.weight"), transposeRight: true);
        return HasBias(layer) ? graph.Add(result, lowering.Parameter("out_proj.bias")) : result;
    }

    private static Node Part(GraphBuilder graph, Node projected, int index) => graph.Slice(projected, projected.Type.Shape.Rank - 1, index * projected.Type.Last / 3, projected.Type.Last / 3);

    private static int Heads(LayerSpec layer) => layer.Int("Heads", 1);

    private static double Rate(LayerSpec layer) => layer.Number("Dropout", 0);

    private static bool HasBias(LayerSpec layer) => layer.Flag("Bias", true);

    private static string Option(LayerSpec layer, string name) => layer.Flag(name, false) ? $", {name} = true" : "";
}
