using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>The values that some kernel writes to memory.</summary>
internal sealed class Kept(Grouping grouping)
{
    private readonly HashSet<Node> _nodes = [];

    public void Add(Node node) => _nodes.Add(node);

    public bool Contains(Node node) => _nodes.Contains(node);

    /// <summary>
    /// Whether elementwise code reads the value rather than compute it. What is made of given numbers alone is always computed: it may have been
    /// written for a kernel that runs later.
    /// </summary>
    public bool IsRead(Node node) => _nodes.Contains(node) && !grouping.IsFree(node);
}
