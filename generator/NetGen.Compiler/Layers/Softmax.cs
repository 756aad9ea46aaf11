using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers;

/// <summary>Softmax over the last axis; <c>torch.softmax(x, -1)</c>.</summary>
internal sealed class Softmax : LayerDefinition
{
    public override string Kind => "Softmax";

    public override bool KeepsPositions(LayerSpec layer) => true;

    public override bool IsActivation => true;

    public override string Signature(LayerSpec layer) => Kind;

    public override LayerOutline Outline(LayerSpec layer, Shape input) => new(input, 5 * input.Count);

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x) => Of(lowering.Graph, x);

    /// <summary>exp(x − max) / Σ exp(x − max): no overflow, whatever the logits.</summary>
    public static Node Of(GraphBuilder graph, Node x)
    {
        var power = Power(graph, x);
        var share = graph.Map(Scalar.Constant(1) / Scalar.Variable(0), graph.Reduce(Reduction.Sum, power, Axis.Last));
        return graph.Multiply(power, share);
    }

    /// <summary>x − max − log Σ exp(x − max): never the logarithm of a rounded-off zero.</summary>
    public static Node LogOf(GraphBuilder graph, Node x)
    {
        var shifted = Shifted(graph, x);
        var total = graph.Map(Scalar.Log(Scalar.Variable(0)), graph.Reduce(Reduction.Sum, Power(graph, x), Axis.Last));
        return graph.Subtract(shifted, total);
    }

    private static Node Power(GraphBuilder graph, Node x) => graph.Map(Scalar.Exp(Scalar.Variable(0)), Shifted(graph, x));

    // Softmax does not change when all logits move together, so nothing flows back through the maximum.
    private static Node Shifted(GraphBuilder graph, Node x) =>
        graph.Subtract(x, graph.Detach(graph.Reduce(Reduction.Max, x, Axis.Last)));
}

/// <summary>The logarithm of softmax over the last axis; <c>torch.log_softmax(x, -1)</c>.</summary>
internal sealed class LogSoftmax : LayerDefinition
{
    public override string Kind => "LogSoftmax";

    public override bool KeepsPositions(LayerSpec layer) => true;

    public override bool IsActivation => true;

    public override string Signature(LayerSpec layer) => Kind;

    public override LayerOutline Outline(LayerSpec layer, Shape input) => new(input, 5 * input.Count);

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x) => Softmax.LogOf(lowering.Graph, x);
}
