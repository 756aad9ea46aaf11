using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Scans;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Memory;

/// <summary>
/// Values that lie within another one. Slices and concatenations along the last axis that begin where panels do need no copy: the gates of a recurrence and the queries, keys and values of an
/// attention are such parts. And what one recurrence leaves to another alone, as it does to its derivative, lies there step by step: each step's part is a value of the step in itself.
/// </summary>
internal sealed class PanelParts
{
    private readonly int _width;
    private readonly Dictionary<Node, (Node Whole, int Offset)> _within = [];

    /// <summary>Panels of one step, for what has another place in every step.</summary>
    private readonly Dictionary<Node, int> _moving = [];

    /// <summary>Rows per sample and step of sequences that lie step by step: in which stripe of memory a sample lies.</summary>
    private readonly Dictionary<Node, int> _rows = [];

    private PanelParts(int width) => _width = width;

    public static PanelParts Of(Schedule schedule, int width)
    {
        var parts = new PanelParts(width);
        foreach (var scan in schedule.Kernels.OfType<ScanKernel>())
        {
            parts.AddSteps(scan, schedule);
        }

        foreach (var kernel in schedule.AllKernels.OfType<MoveKernel>().Where(kernel => IsInPanels(kernel.Target) && kernel.Axis == kernel.Target.Type.Shape.Rank - 1))
        {
            parts.Add(kernel);
        }

        return parts;
    }

    /// <summary>The places of values that lie in panels: wholes are placed, and parts where they belong.</summary>
    public Dictionary<Node, int> Place(IReadOnlyList<Lifetime> lifetimes)
    {
        var groups = lifetimes.GroupBy(lifetime => Root(lifetime.Node).Whole).ToList();
        var byNode = lifetimes.ToDictionary(lifetime => lifetime.Node);
        var places = MemoryPlanner.Place([.. groups.Select(group => byNode[group.Key].Sharing([.. group]) with
        {
            Rows = _rows.TryGetValue(group.Key, out var rows) ? rows : byNode[group.Key].Rows,
        })]);
        return lifetimes.ToDictionary(lifetime => lifetime.Node, lifetime => Root(lifetime.Node) is var (whole, offset) ? places[whole] + offset : 0);
    }

    /// <summary>Panels from one step to the next, of what has another place in every step.</summary>
    public IReadOnlyDictionary<Node, int> Moving(IEnumerable<Node> nodes) => nodes.Select(node => (node, step: StepOf(node))).Where(pair => pair.step > 0).ToDictionary(pair => pair.node, pair => pair.step);

    private int StepOf(Node node) => _moving.TryGetValue(node, out var step) ? step : _within.TryGetValue(node, out var place) ? StepOf(place.Whole) : 0;

    /// <summary>Sequences that only steps of recurrences read.</summary>
    private void AddSteps(ScanKernel scan, Schedule schedule)
    {
        var own = new HashSet<Node>(scan.Body.Where(kernel => kernel is not (StepInputKernel or StepStateKernel)).SelectMany(kernel => kernel.Writes));
        foreach (var (value, sequence) in scan.Stacked.Where(pair => IsInPanels(pair.Value)))
        {
            var readers = schedule.Kernels.Where(kernel => kernel.Reads.Contains(sequence)).ToList();
            if (readers.Count == 0 || !readers.All(reader => reader is ScanKernel other && other.Operation.Steps == scan.Operation.Steps && !other.Initial.Contains(sequence)))
            {
                continue;
            }

            var panels = (value.Type.Last + _width - 1) / _width * value.Type.Rows;
            var leaves = readers.Cast<ScanKernel>().SelectMany(reader => reader.Body).OfType<StepInputKernel>().Where(input => input.Sequence == sequence).Select(input => input.Target);
            _moving.Add(sequence, panels);
            _rows.Add(sequence, value.Type.Rows);
            foreach (var node in own.Contains(value) && !_within.ContainsKey(value) ? leaves.Prepend(value) : leaves)
            {
                _within.Add(node, (sequence, 0));
                _moving.Add(node, panels);
            }
        }
    }

    private void Add(MoveKernel kernel)
    {
        // What a step makes has one place: within the sequence, or within another value of the step.
        if (_within.ContainsKey(kernel.Target))
        {
            return;
        }

        if (kernel.Parts is [{ To: 0 } slice] && !IsState(slice.Source) && slice.Length == kernel.Target.Type.Last && slice.Source.Type.Rows == kernel.Target.Type.Rows && Fits(slice.Source, slice.From, slice.Length) && Root(slice.Source).Whole != kernel.Target)
        {
            _within.Add(kernel.Target, (slice.Source, slice.From / _width * kernel.Target.Type.Rows));
            return;
        }

        // A part that is a slice of something else, or stands twice, is copied.
        foreach (var part in kernel.Parts.Where(part => part.From == 0 && part.Length == part.Source.Type.Last && Fits(kernel.Target, part.To, part.Length)))
        {
            if (IsInPanels(part.Source) && !IsState(part.Source) && part.Source.Type.Rows == kernel.Target.Type.Rows && !_within.ContainsKey(part.Source) && Root(kernel.Target).Whole != part.Source
                && kernel.Parts.Count(other => other.Source == part.Source) == 1)
            {
                _within.Add(part.Source, (kernel.Target, part.To / _width * kernel.Target.Type.Rows));
            }
        }
    }

    /// <summary>Whether a part of the last axis begins and ends with a panel.</summary>
    private bool Fits(Node whole, int from, int length) => IsInPanels(whole) && from % _width == 0 && (length % _width == 0 || from + length == whole.Type.Last);

    /// <summary>States change one after the other at the end of a step, so that none lies within a value that another is made of.</summary>
    private static bool IsState(Node node) => node.Operation is StepStateOperation;

    private static bool IsInPanels(Node node) => Placement.Of(node) == Fusion.Place.Panels;

    private (Node Whole, int Offset) Root(Node node)
    {
        if (!_within.TryGetValue(node, out var place))
        {
            return (node, 0);
        }

        var (whole, offset) = Root(place.Whole);
        return (whole, offset + place.Offset);
    }
}
