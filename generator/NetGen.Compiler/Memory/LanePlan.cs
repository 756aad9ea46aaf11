using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Memory;

/// <summary>Places of values over lanes: of those that last, for all samples, and of those that no other phase reads, for one block of samples per thread.</summary>
internal sealed class LanePlan
{
    private readonly Dictionary<Node, Node> _over = [];
    private readonly Dictionary<Node, Lifetime> _lifetimes;
    private readonly HashSet<Node> _passing;

    private LanePlan(IReadOnlyList<Lifetime> lifetimes, HashSet<Node> passing)
    {
        (_lifetimes, _passing) = (lifetimes.ToDictionary(lifetime => lifetime.Node), passing);
        Arrange();
    }

    /// <summary>First vectors, in the memory of either kind.</summary>
    public Dictionary<Node, int> Offsets { get; private set; } = [];

    /// <summary>The values that do not last.</summary>
    public HashSet<Node> Brief { get; private set; } = [];

    /// <summary>Vectors that last.</summary>
    public int Lasting { get; private set; }

    /// <summary>Vectors that do not.</summary>
    public int Passing { get; private set; }

    // For a batch of four blocks and two threads: what an ordinary training step has.
    private int Cost => (2 * Lasting) + Passing;

    public static LanePlan Of(Schedule schedule, IReadOnlyList<Lifetime> lifetimes)
    {
        var plan = new LanePlan(lifetimes, [.. WithinPhases(schedule)]);
        foreach (var (value, over) in InPlace.Candidates(schedule, plan._lifetimes).OrderBy(pair => plan._passing.Contains(pair.Value)))
        {
            plan.Try(value, over);
        }

        return plan;
    }

    /// <summary>Values that no other phase than the one that writes them reads.</summary>
    private static IEnumerable<Node> WithinPhases(Schedule schedule)
    {
        var readers = schedule.Phases.SelectMany(phase => phase.Kernels.SelectMany(kernel => kernel.Reads).Select(node => (node, phase))).ToLookup(pair => pair.node, pair => pair.phase);
        return schedule.Phases.SelectMany(phase => phase.Kernels.SelectMany(kernel => kernel.Writes).Where(node => node.Lanes is not null && readers[node].All(reader => reader == phase)));
    }

    /// <summary>Writes a value over another one, unless a place of its own takes less memory.</summary>
    private void Try(Node value, Node over)
    {
        if (_over.ContainsKey(value) || _over.ContainsValue(over))
        {
            return;
        }

        var cost = Cost;
        _over.Add(value, over);
        Arrange();
        if (Cost > cost)
        {
            _over.Remove(value);
            Arrange();
        }
    }

    private void Arrange()
    {
        var sharing = _lifetimes.Values.GroupBy(lifetime => Root(lifetime.Node)).Select(group =>
            (Values: group.Select(lifetime => lifetime.Node).ToList(), Whole: _lifetimes[group.Key].Sharing([.. group]))).ToList();
        var brief = sharing.Where(share => share.Values.All(_passing.Contains)).ToList();
        var lasting = sharing.Except(brief).ToList();
        Brief = [.. brief.SelectMany(share => share.Values)];
        Offsets = [];
        Passing = Place(brief);
        Lasting = Place(lasting);
    }

    private int Place(List<(List<Node> Values, Lifetime Whole)> sharing)
    {
        var places = MemoryPlanner.Place(sharing.Select(share => share.Whole).ToList());
        foreach (var (values, whole) in sharing)
        {
            values.ForEach(value => Offsets.Add(value, places[whole.Node]));
        }

        return sharing.Select(share => places[share.Whole.Node] + share.Whole.Size).DefaultIfEmpty(0).Max();
    }

    private Node Root(Node node) => _over.TryGetValue(node, out var over) ? Root(over) : node;
}
