using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Attention;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Memory;

/// <summary>Gives each value the lowest place that is free for its whole lifetime, largest values first.</summary>
public static class MemoryPlanner
{
    public static MemoryPlan Plan(Schedule schedule, int panelWidth)
    {
        var lifetimes = Lifetimes(schedule, panelWidth);
        var panels = lifetimes.Where(lifetime => Placement.Of(lifetime.Node) == Fusion.Place.Panels).ToList();
        var parts = PanelParts.Of(schedule, panelWidth);
        var offsets = parts.Place(panels);
        var units = EndOf(panels, offsets);
        var once = lifetimes.Where(lifetime => Placement.Of(lifetime.Node) == Fusion.Place.Fixed).ToList();
        foreach (var pair in Place(once))
        {
            offsets[pair.Key] = pair.Value;
        }

        var lanes = lifetimes.Where(lifetime => Placement.Of(lifetime.Node) == Fusion.Place.Lanes).ToList();
        var images = LanePlan.Of(schedule, lanes);
        foreach (var pair in images.Offsets)
        {
            offsets[pair.Key] = pair.Value;
        }

        // Numbers per row are so small that sharing their memory is not worth a thought.
        var scalars = 0;
        foreach (var lifetime in lifetimes.Except(panels).Except(once).Except(lanes))
        {
            offsets[lifetime.Node] = scalars;
            scalars += lifetime.Size;
        }

        return new MemoryPlan(units, scalars, offsets) { Fixed = EndOf(once, offsets), Lanes = images.Lasting, BriefLanes = images.Passing, Brief = images.Brief, Moving = parts.Moving(panels.Select(lifetime => lifetime.Node)) };
    }

    private static int EndOf(IEnumerable<Lifetime> lifetimes, Dictionary<Node, int> offsets) =>
        lifetimes.Select(lifetime => offsets[lifetime.Node] + lifetime.Size).DefaultIfEmpty(0).Max();

    /// <summary>The offsets of values that must not overlap while both live.</summary>
    public static Dictionary<Node, int> Place(IReadOnlyList<Lifetime> lifetimes)
    {
        var placed = new List<(Lifetime Lifetime, int Offset)>();
        foreach (var lifetime in lifetimes.OrderByDescending(lifetime => lifetime.Size).ThenBy(lifetime => lifetime.First).ThenBy(lifetime => lifetime.Node.Id))
        {
            var offset = 0;
            foreach (var (other, start) in placed.Where(pair => Conflict(pair.Lifetime, lifetime)).OrderBy(pair => pair.Offset))
            {
                if (offset + lifetime.Size <= start)
                {
                    break;
                }

                offset = Math.Max(offset, start + other.Size);
            }

            placed.Add((lifetime, offset));
        }

        return placed.ToDictionary(pair => pair.Lifetime.Node, pair => pair.Offset);
    }

    // Within a phase each thread runs through the kernels for its own samples, so reuse is safe only between values
    // in which a sample occupies the same stripe of memory.
    private static bool Conflict(Lifetime left, Lifetime right) => left.Overlaps(right) || left.Rows != right.Rows;

    /// <summary>When each stored value is alive; time counts kernels.</summary>
    public static IReadOnlyList<Lifetime> Lifetimes(Schedule schedule, int panelWidth)
    {
        var first = new Dictionary<Node, int>();
        var last = new Dictionary<Node, int>();
        var time = 0;
        foreach (var phase in schedule.Phases)
        {
            foreach (var kernel in phase.Kernels)
            {
                foreach (var node in kernel.Writes)
                {
                    first[node] = time;
                    last[node] = time;
                }

                foreach (var node in kernel.Reads)
                {
                    last[node] = time;
                }

                // Sums over the batch run in any order: they share one point in time.
                time += phase.SumsOverBatch ? 0 : 1;
            }

            time++;
        }

        foreach (var loss in schedule.Losses)
        {
            last[loss] = time;
        }

        return first.Keys.OrderBy(node => node.Id).Select(node => new Lifetime(node, Size(node, panelWidth), node.Operation is AttentionRoomOperation room ? room.In(panelWidth).Rows : node.Lanes is null ? node.Type.Rows : 1, first[node], last[node])).ToList();
    }

    // A weight's last panel may be half as wide as the others, and half a panel's row is a vector of lanes.
    private static int Size(Node node, int panelWidth) => node.Operation is AttentionRoomOperation room ? room.In(panelWidth).Rows
        : node.Operation is BlockGradientOperation part ? (part.Outputs + (panelWidth / 2) - 1) / (panelWidth / 2) * part.Inputs
        : node.Operation is BlockSumOperation sums ? ((sums.Rows * sums.Features) + (panelWidth / 2) - 1) / (panelWidth / 2)
        : node.Lanes is { } lanes ? lanes.Size
        : Placement.Of(node) is Fusion.Place.Panels or Fusion.Place.Fixed ? node.Type.Rows * ((node.Type.Last + panelWidth - 1) / panelWidth) : node.Type.Rows;
}
