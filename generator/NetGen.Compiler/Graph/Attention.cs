using NetGen.Compiler.Model;

namespace NetGen.Compiler.Graph;

/// <summary>
/// softmax(q kᵀ / √d) v in each head, of q [L, heads · d], k [S, heads · d] and v [S, heads · e], all batched: [L, heads · e]. A fourth input is a mask, [S] or [L, S]: keys where it is 0
/// are not seen, and a query that sees none gets zeros. What it means in other primitives says <see cref="Layers.Sequences.ScaledDotProduct"/>; as one of its own it needs no memory for the
/// weights [heads, L, S].
/// </summary>
/// <param name="Heads">Among how many heads features are divided; those of a head lie side by side.</param>
/// <param name="Causal">Whether a query sees only keys that do not stand after it.</param>
public sealed record AttentionOperation(int Heads, bool Causal) : Operation
{
    public override string Name => Inv($"attention heads={Heads}{(Causal ? " causal" : "")}");
}

/// <summary>The gradient of <see cref="AttentionOperation"/> by its input number <paramref name="Input"/>, of all its inputs and, as the last one, the gradient by its result.</summary>
/// <param name="Input">0 for q, 1 for k, 2 for v.</param>
public sealed record AttentionGradientOperation(int Heads, bool Causal, int Input) : Operation
{
    public override string Name => Inv($"attention gradient by {Input} heads={Heads}{(Causal ? " causal" : "")}");
}

/// <summary>The inputs of an attention, or of a gradient of one, by their roles.</summary>
/// <param name="Mask">Nonzero where a key may be seen, [S] or [L, S]; null where all may.</param>
/// <param name="Gradient">By the result; null for an attention itself.</param>
public sealed record AttentionInputs(Node Queries, Node Keys, Node Values, Node? Mask, Node? Gradient)
{
    /// <param name="operation">An attention or a gradient of one.</param>
    /// <param name="inputs">What it is of.</param>
    public static AttentionInputs Of(Operation operation, IReadOnlyList<Node> inputs)
    {
        var own = operation is AttentionGradientOperation ? inputs.Count - 1 : inputs.Count;
        return new AttentionInputs(inputs[0], inputs[1], inputs[2], own > 3 ? inputs[3] : null, own < inputs.Count ? inputs[own] : null);
    }
}

/// <content>Attention.</content>
public sealed partial class GraphBuilder
{
    /// <param name="q">Queries [L, heads · d].</param>
    /// <param name="k">Keys [S, heads · d].</param>
    /// <param name="v">Values [S, heads · e].</param>
    /// <param name="heads">Among how many heads features are divided.</param>
    /// <param name="causal">Whether a query sees only keys that do not stand after it.</param>
    /// <param name="mask">Nonzero where a key may be seen, [S] or [L, S]; null where all may. No gradient flows to it.</param>
    /// <returns>[L, heads · e].</returns>
    public Node Attention(Node q, Node k, Node v, int heads, bool causal, Node? mask = null)
    {
        Node[] inputs = mask is null ? [q, k, v] : [q, k, v, Detach(BroadcastTo(mask, mask.Type with { Batched = true }))];
        return Add(new AttentionOperation(heads, causal), new TensorType(true, new Shape(q.Type.Shape[0], v.Type.Last)), inputs);
    }

    /// <summary>The gradient of <paramref name="attention"/> by its input number <paramref name="input"/>.</summary>
    public Node AttentionGradient(Node attention, int input, Node gradient)
    {
        var operation = (AttentionOperation)attention.Operation;
        return Add(new AttentionGradientOperation(operation.Heads, operation.Causal, input), attention.Inputs[input].Type, [.. attention.Inputs, gradient]);
    }
}
