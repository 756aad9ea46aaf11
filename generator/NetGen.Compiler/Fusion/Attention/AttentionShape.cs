using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion.Attention;

/// <summary>The extents of an attention.</summary>
/// <param name="Heads">Heads.</param>
/// <param name="Causal">Whether a query sees only keys that do not stand after it.</param>
/// <param name="Queries">Queries per sample.</param>
/// <param name="Keys">Keys per sample.</param>
/// <param name="Features">Features of a query and of a key, in each head.</param>
/// <param name="Values">Features of a value, in each head.</param>
/// <param name="MaskRows">Rows of the mask: 1 for all queries, or one for each; 0 where there is none.</param>
public sealed record AttentionShape(int Heads, bool Causal, int Queries, int Keys, int Features, int Values, int MaskRows)
{
    /// <summary>Whether keys and values of all positions lie in a cache, of which there is one for each sample.</summary>
    public bool IsCached { get; init; }

    /// <summary>The extents of an attention, or of a gradient of one.</summary>
    public static AttentionShape Of(Node node)
    {
        if (node.Operation is CachedAttentionOperation cached)
        {
            return new AttentionShape(cached.Heads, true, 1, cached.Positions, node.Inputs[0].Type.Last / cached.Heads, node.Type.Last / cached.Heads, 0) { IsCached = true };
        }

        var (heads, causal) = node.Operation is AttentionGradientOperation gradient ? (gradient.Heads, gradient.Causal) : (((AttentionOperation)node.Operation).Heads, ((AttentionOperation)node.Operation).Causal);
        var (q, k, v) = (node.Inputs[0].Type.Shape, node.Inputs[1].Type.Shape, node.Inputs[2].Type.Shape);
        return new AttentionShape(heads, causal, q[0], k[0], q.Last / heads, v.Last / heads, AttentionInputs.Of(node.Operation, node.Inputs).Mask?.Type.Rows ?? 0);
    }
}
