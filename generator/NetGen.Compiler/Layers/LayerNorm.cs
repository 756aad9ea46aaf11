using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers;

/// <summary>
/// y = (x − mean) / sqrt(variance + ε) · weight + bias over the last axis, with the biased variance.
/// Ba, Kiros, Hinton 2016; <c>torch.nn.LayerNorm(last)</c>.
/// </summary>
internal sealed class LayerNorm : LayerDefinition
{
    public override string Kind => "LayerNorm";

    public override bool KeepsPositions(LayerSpec layer) => true;

    public override string Signature(LayerSpec layer) =>
        $"LayerNorm(Epsilon = {NumberText.Shortest(Epsilon(layer))}{(layer.Flag("Bias", true) ? "" : ", Bias = false")})";

    public override LayerOutline Outline(LayerSpec layer, Shape input) => NormArguments.Check(layer, Epsilon(layer))
        ?? new LayerOutline(input, NormArguments.Parameters(layer, input.Last, layer.Flag("Bias", true)), 8 * input.Count);

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x)
    {
        var graph = lowering.Graph;
        var share = Scalar.Constant(1.0 / x.Type.Last);
        var x0 = Scalar.Variable(0);

        var mean = graph.Map(x0 * share, graph.Reduce(Reduction.Sum, x, Axis.Last));
        var centred = graph.Subtract(x, mean);
        var variance = graph.Map(x0 * share, graph.Reduce(Reduction.Sum, graph.Map(x0 * x0, centred), Axis.Last));
        var scale = graph.Map(Scalar.Constant(1) / Scalar.Sqrt(x0 + Scalar.Constant(Epsilon(layer))), variance);
        var normal = graph.Multiply(centred, scale);
        var scaled = graph.Multiply(normal, lowering.Parameter("weight"));
        return layer.Flag("Bias", true) ? graph.Add(scaled, lowering.Parameter("bias")) : scaled;
    }

    private static double Epsilon(LayerSpec layer) => layer.Number("Epsilon", 1e-5);
}
