using NetGen.Compiler.Model;

namespace NetGen.Compiler.Graph;

/// <summary>
/// softmax(q kᵀ / √d) v in each head, of q [L, heads · d], k [S, heads · d] and v [S, heads · e], all batched: [L, heads · e]. What it means in other primitives says
/// <see cref="Layers.Sequences.ScaledDotProduct"/>; as one of its own it needs no memory for the weights [heads, L, S].
/// </summary>
/// <param name="Heads">Among how many heads features are divided; those of a head lie side by side.</param>
/// <param name="Causal">Whether a query sees only keys that do not stand after it.</param>
public sealed record AttentionOperation(int Heads, bool Causal) : Operation
{
    public override string Name => Inv($"attention heads={Heads}{(Causal ? " causal" : "")}");
}

/// <summary>The gradient of <see cref="AttentionOperation"/> by its input number <paramref name="Input"/>, of q, k, v and the gradient by its result.</summary>
/// <param name="Input">0 for q, 1 for k, 2 for v.</param>
public sealed record AttentionGradientOperation(int Heads, bool Causal, int Input) : Operation
{
    public override string Name => Inv($"attention gradient by {Input} heads={Heads}{(Causal ? " causal" : "")}");
}

/// <content>Attention.</content>
public sealed partial class GraphBuilder
{
    /// <param name="q">Queries [L, heads · d].</param>
    /// <param name="k">Keys [S, heads · d].</param>
    /// <param name="v">Values [S, heads · e].</param>
    /// <param name="heads">Among how many heads features are divided.</param>
    /// <param name="causal">Whether a query sees only keys that do not stand after it.</param>
    /// <returns>[L, heads · e].</returns>
    public Node Attention(Node q, Node k, Node v, int heads, bool causal) =>
        Add(new AttentionOperation(heads, causal), new TensorType(true, new Shape(q.Type.Shape[0], v.Type.Last)), q, k, v);

    /// <summary>The gradient of <paramref name="attention"/> by its input number <paramref name="input"/>.</summary>
    public Node AttentionGradient(Node attention, int input, Node gradient)
    {
        var operation = (AttentionOperation)attention.Operation;
        return Add(new AttentionGradientOperation(operation.Heads, operation.Causal, input), attention.Inputs[input].Type, [.. attention.Inputs, gradient]);
    }
}
