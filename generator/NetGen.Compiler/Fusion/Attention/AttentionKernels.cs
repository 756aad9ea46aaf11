using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion.Attention;

/// <summary>Attention of each sample, head by head and a block of queries at a time.</summary>
/// <param name="Mask">Nonzero where a key may be seen; null where all may.</param>
/// <param name="Room">What a thread needs meanwhile.</param>
public sealed record AttentionKernel(string Name, AttentionShape Shape, Node Queries, Node Keys, Node Values, Node? Mask, Node Target, Node Room) : Kernel(Name)
{
    public override IEnumerable<Node> Reads => new[] { Queries, Keys, Values, Mask ?? Keys }.Distinct();

    public override IEnumerable<Node> Writes => [Target, Room];
}

/// <summary>Attention of one query of each sample, head by head, to what a cache remembers.</summary>
/// <param name="Cache">Which cache.</param>
/// <param name="Keys">The key that is added to it.</param>
/// <param name="Values">The value that is.</param>
/// <param name="Room">What a thread needs meanwhile.</param>
public sealed record CachedAttentionKernel(string Name, AttentionShape Shape, int Cache, Node Queries, Node Keys, Node Values, Node Target, Node Room) : Kernel(Name)
{
    public override IEnumerable<Node> Reads => new[] { Queries, Keys, Values }.Distinct();

    public override IEnumerable<Node> Writes => [Target, Room];
}

/// <summary>The gradients of an attention, all that are wanted at once: they share the weights, which are computed again.</summary>
/// <param name="Mask">Nonzero where a key may be seen; null where all may.</param>
/// <param name="Gradient">By the result.</param>
/// <param name="Targets">By queries, keys and values; null for what nobody wants.</param>
/// <param name="Room">What a thread needs meanwhile.</param>
public sealed record AttentionGradientKernel(string Name, AttentionShape Shape, Node Queries, Node Keys, Node Values, Node? Mask, Node Gradient, IReadOnlyList<Node?> Targets, Node Room) : Kernel(Name)
{
    public override IEnumerable<Node> Reads => new[] { Queries, Keys, Values, Mask ?? Keys, Gradient }.Distinct();

    public override IEnumerable<Node> Writes => Targets.Where(target => target is not null).Select(target => target!).Append(Room);
}
