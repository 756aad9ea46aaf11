using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers.Sequences;

/// <summary>Writes attention out in other primitives, for those who have no kernel for it: devices, and derivatives of derivatives.</summary>
public static class AttentionExpansion
{
    public static bool IsNeeded(TensorProgram program) => program.Nodes.Any(node => node.Operation is AttentionOperation or AttentionGradientOperation);

    public static TensorProgram Run(TensorProgram program)
    {
        if (!IsNeeded(program))
        {
            return program;
        }

        var (graph, written) = (new GraphBuilder(), new Dictionary<Node, Node>());
        foreach (var node in program.Nodes)
        {
            Node[] inputs = [.. node.Inputs.Select(input => written[input])];
            (graph.Origin, graph.Backward) = (node.Origin, node.Backward);
            written.Add(node, node.Operation is AttentionOperation or AttentionGradientOperation ? Of(graph, node.Operation, inputs) : graph.Replay(node, inputs));
        }

        return DetachRemoval.Run(Pruning.Prune(program with { Nodes = graph.Nodes, Outputs = [.. program.Outputs.Select(output => output with { Value = written[output.Value] })] }));
    }

    /// <summary>An attention, or a gradient of one, of <paramref name="inputs"/>.</summary>
    internal static Node Of(GraphBuilder graph, Operation operation, IReadOnlyList<Node> inputs)
    {
        var (heads, causal) = operation is AttentionGradientOperation backward ? (backward.Heads, backward.Causal) : (((AttentionOperation)operation).Heads, ((AttentionOperation)operation).Causal);
        var own = AttentionInputs.Of(operation, inputs);
        var (q, k, v) = (Split(own.Queries), Split(own.Keys), Split(own.Values));
        return ScaledDotProduct.Join(graph, operation is AttentionGradientOperation gradient
            ? ScaledDotProduct.Gradient(graph, q, k, v, own.Mask, Split(own.Gradient!), causal, gradient.Input)
            : ScaledDotProduct.Of(graph, q, k, v, own.Mask, causal));

        Node Split(Node part) => ScaledDotProduct.Split(graph, part, heads);
    }
}
