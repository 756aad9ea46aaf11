using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Fusion;

/// <summary>Turns a group of maps and row reductions into sweeps: a value waits for the sweep in which all reductions it needs are known.</summary>
internal sealed class RowFusion
{
    /// <summary>Rows up to this many features are one vector at most widths; sharing them between sweeps through memory would not pay.</summary>
    private const int ShortRow = 16;

    private readonly Group _group;
    private readonly HashSet<Node> _members;
    private readonly Kept _kept;
    private readonly Dictionary<Node, int> _level = [];
    private readonly HashSet<Node> _shared = [];
    private readonly Composition _composition;

    private RowFusion(Group group, Kept kept)
    {
        _group = group;
        _members = [.. group.Nodes];
        _kept = kept;
        foreach (var node in group.Nodes.OrderBy(node => node.Id))
        {
            _level[node] = node.Inputs.Select(Aliases.Resolve).Select(LevelOf).DefaultIfEmpty(0).Max();
        }

        // A row's own numbers are variables of their own; vectors are recomputed unless they are shared.
        _composition = new Composition(node => _members.Contains(node)
            ? Placement.IsPerRow(node) || _shared.Contains(node)
            : kept.IsRead(node));
    }

    public static RowKernel Fuse(string name, Group group, Kept kept)
    {
        var fusion = new RowFusion(group, kept);
        fusion.FindShared();
        return new RowKernel(name, group.Features, group.Rows, fusion._composition.Operands, fusion.Sweeps());
    }

    /// <summary>In which sweep the value can be used: one after the sweep that reduces it.</summary>
    private int LevelOf(Node node) => !_level.TryGetValue(node, out var level) ? 0 : node.Operation is ReduceOperation ? level + 1 : level;

    private IReadOnlyList<Sweep> Sweeps()
    {
        var needed = Needed();
        var count = needed.Max(node => _level[node]) + 1;
        return Enumerable.Range(0, count).Select(index => SweepOf(index, needed.Where(node => _level[node] == index).ToList())).ToList();
    }

    private Sweep SweepOf(int index, List<Node> nodes)
    {
        var scalars = nodes.Where(node => node.Operation is MapOperation && Placement.IsPerRow(node));
        var vectors = nodes.Where(node => node.Operation is MapOperation && !Placement.IsPerRow(node)).ToList();
        var reductions = nodes.Where(node => node.Operation is ReduceOperation);
        return new Sweep(
            scalars.Select(node => new RowScalar(node, _composition.Compute(node), _kept.Contains(node))).ToList(),
            vectors.Where(node => _shared.Contains(node) && !IsStoredAnyway(node)).Select(node => new Store(node, _composition.Compute(node))).ToList(),
            vectors.Where(IsStoredAnyway).Select(node => new Store(node, _composition.Compute(node))).ToList(),
            reductions.Select(node => new RowReduction(node, ((ReduceOperation)node.Operation).Kind, _composition.Of(node.Inputs[0]), _kept.Contains(node))).ToList());
    }

    /// <summary>Kept for other kernels; or expensive, long and used in two sweeps.</summary>
    private bool IsStoredAnyway(Node node) =>
        _kept.Contains(node) || (_shared.Contains(node) && _group.Features > ShortRow && IsExpensive(node));

    private static bool IsExpensive(Node node) => node.Operation is MapOperation map && !Cost.IsCheap(map.Function);

    /// <summary>Members that have to be evaluated: what is kept, and what that needs of reductions and of a row's own numbers.</summary>
    private List<Node> Needed()
    {
        var needed = new HashSet<Node>(_members.Where(node => _kept.Contains(node) || _shared.Contains(node)));
        foreach (var node in _group.Nodes.OrderByDescending(node => node.Id))
        {
            if (needed.Contains(node))
            {
                needed.UnionWith(Stops(node));
            }
        }

        return needed.OrderBy(node => node.Id).ToList();
    }

    /// <summary>The members that are read, not recomputed, when <paramref name="node"/> is computed.</summary>
    private IEnumerable<Node> Stops(Node node) => node.Inputs.Select(Aliases.Resolve).Where(_members.Contains)
        .SelectMany(input => Placement.IsPerRow(input) || _shared.Contains(input) || input.Operation is ReduceOperation ? [input] : Stops(input));

    /// <summary>Vectors that are used in two or more sweeps: all of them in a short row, only expensive ones in a long one.</summary>
    private void FindShared()
    {
        var sweeps = new Dictionary<Node, HashSet<int>>();
        foreach (var root in Needed())
        {
            Visit(root, _level[root], sweeps);
        }

        foreach (var pair in sweeps)
        {
            if (pair.Value.Count > 1 && (_group.Features <= ShortRow || IsExpensive(pair.Key)))
            {
                _shared.Add(pair.Key);
            }
        }
    }

    private void Visit(Node node, int sweep, Dictionary<Node, HashSet<int>> sweeps)
    {
        if (node.Operation is MapOperation && !Placement.IsPerRow(node))
        {
            (sweeps.TryGetValue(node, out var seen) ? seen : sweeps[node] = []).Add(sweep);
        }

        foreach (var input in node.Inputs.Select(Aliases.Resolve).Where(input => _members.Contains(input) && !Placement.IsPerRow(input)))
        {
            Visit(input, sweep, sweeps);
        }
    }
}
