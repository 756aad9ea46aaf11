using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers;

/// <summary>y = x / sqrt(mean of x² + ε) · weight over the last axis. Zhang, Sennrich 2019; <c>torch.nn.RMSNorm(last)</c>.</summary>
internal sealed class RMSNorm : LayerDefinition
{
    public override string Kind => "RMSNorm";

    public override bool KeepsPositions(LayerSpec layer) => true;

    public override string Signature(LayerSpec layer) => $"RMSNorm(Epsilon = {NumberText.Shortest(Epsilon(layer))})";

    public override LayerOutline Outline(LayerSpec layer, Shape input) => NormArguments.Check(layer, Epsilon(layer))
        ?? new LayerOutline(input, NormArguments.Parameters(layer, input.Last, bias: false), 4 * input.Count);

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x)
    {
        var (graph, x0) = (lowering.Graph, Scalar.Variable(0));
        var share = Scalar.Constant(1.0 / x.Type.Last);
        var square = graph.Map(x0 * share, graph.Reduce(Reduction.Sum, graph.Map(x0 * x0, x), Axis.Last));
        var scale = graph.Map(Scalar.Constant(1) / Scalar.Sqrt(x0 + Scalar.Constant(Epsilon(layer))), square);
        return graph.Multiply(graph.Multiply(x, scale), lowering.Parameter("weight"));
    }

    private static double Epsilon(LayerSpec layer) => layer.Number("Epsilon", 1.1920928955078125e-7);
}
