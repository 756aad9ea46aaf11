using NetGen.Compiler.Model;

namespace NetGen.Compiler.Graph;

/// <summary>
/// Causal attention at one position: its key and its value, [1, heads · d] and [1, heads · e], are put into a cache behind those of the positions before, and its query sees them all.
/// </summary>
/// <param name="Heads">Among how many heads features are divided.</param>
/// <param name="Positions">How many there may be.</param>
/// <param name="Cache">Which cache: each attention has its own.</param>
public sealed record CachedAttentionOperation(int Heads, int Positions, int Cache) : Operation
{
    public override string Name => Inv($"attention heads={Heads} to cache {Cache} of {Positions}");
}

/// <content>Attention that remembers.</content>
public sealed partial class GraphBuilder
{
    /// <param name="q">The query, [1, heads · d].</param>
    /// <param name="k">The key, [1, heads · d].</param>
    /// <param name="v">The value, [1, heads · e].</param>
    /// <param name="heads">Among how many heads features are divided.</param>
    /// <param name="positions">How many there may be.</param>
    /// <param name="cache">Which cache.</param>
    /// <returns>[1, heads · e].</returns>
    public Node CachedAttention(Node q, Node k, Node v, int heads, int positions, int cache) =>
        Add(new CachedAttentionOperation(heads, positions, cache), v.Type, q, k, v);
}
