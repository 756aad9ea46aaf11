using NetGen.Compiler.Fusion.Attention;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Fusion.Lanes.Winograd;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Puts every primitive into a group. Products, masks and batch sums start one; elementwise maps and row reductions join the
/// latest group that computes one of their arguments, if it works on rows of the same kind. Because it is the latest, all other
/// arguments are already there. What is made of given numbers alone (a label's one-hot vector, say) floats until somebody needs it;
/// then it is computed again wherever it is used, unless a reduction is on the way: that is computed once, by the first who needs it.
/// </summary>
internal sealed class Grouping
{
    private readonly Dictionary<Node, Group> _groupOf = [];
    private readonly List<Group> _groups = [];
    private readonly HashSet<Node> _floating = [];
    private readonly HashSet<Node> _free = [];
    private readonly HashSet<Node> _used;
    private int _preludes;

    // Before all other groups.
    private int _early = int.MinValue / 2;

    private Grouping(TensorProgram program) => _used =
    [
        .. program.Nodes.SelectMany(node => node.Inputs).Select(Aliases.Resolve),
        .. program.Outputs.Where(output => output.Role != OutputRole.Loss && !output.Value.IsZero).Select(output => Aliases.Resolve(output.Value)),
    ];

    public IReadOnlyList<Group> Groups => _groups;

    public static Grouping Of(TensorProgram program)
    {
        var grouping = new Grouping(program);
        foreach (var node in program.Nodes)
        {
            grouping.Place(node);
        }

        foreach (var output in program.Outputs.Where(output => output.Role is OutputRole.Prediction or OutputRole.InputGradient or OutputRole.Step))
        {
            grouping.Settle(output.Value);
        }

        grouping._groups.Sort((left, right) => left.Order.CompareTo(right.Order));
        return grouping;
    }

    /// <summary>The group that computes the node, or null for what is given, aliased or made in registers.</summary>
    public Group? Find(Node node) => _groupOf.TryGetValue(Aliases.Resolve(node), out var group) ? group : null;

    /// <summary>Whether everybody who uses the value computes it again, even if it is in memory for somebody else: nothing need have run before.</summary>
    public bool IsFree(Node node)
    {
        node = Aliases.Resolve(node);
        return _free.Contains(node) || node.Operation is IotaOperation || (node.IsLeaf && !_groupOf.ContainsKey(node));
    }

    private void Place(Node node)
    {
        if (node.Lanes is { } lanes)
        {
            if (lanes.Memory == node)
            {
                PlaceInLanes(node);
            }
        }
        else if (Aliases.IsGiven(node))
        {
            Prepare(GroupKind.Pack, node);
        }
        else if (Aliases.Resolve(node) == node && !node.IsLeaf && node.Operation is not IotaOperation)
        {
            PlaceComputed(node);
        }
    }

    private void PlaceComputed(Node node)
    {
        switch (node.Operation)
        {
            case RandomMaskOperation or RandomNormalOperation:
                Prepare(GroupKind.Mask, node);
                break;
            case StepInputOperation or StepStateOperation:
                Prepare(GroupKind.Step, node);
                break;
            case ScanOperation:
                StartAlone(GroupKind.Scan, node);
                break;
            case ScanOutputOperation or ScanFinalOperation:
                Adopt(node, Find(node.Inputs[0])!);
                break;
            case AttentionOperation or CachedAttentionOperation:
                StartAlone(GroupKind.Attention, node);
                break;
            case AttentionGradientOperation when _groups.Find(group => AttentionFusion.BelongTogether(group.Anchor, node)) is { } known:
                Adopt(node, known);
                break;
            case AttentionGradientOperation:
                StartAlone(GroupKind.Attention, node);
                break;
            case ToRowsOperation:
                StartAlone(GroupKind.ToRows, node);
                break;
            case CountOperation:
                StartAlone(GroupKind.Count, node);
                break;
            case FilterOperation:
                StartAlone(GroupKind.Filter, node);
                break;
            case ReshapeOperation:
                StartAlone(GroupKind.Relayout, node);
                break;
            case MatMulOperation { TransposeLeft: true }:
                StartAlone(GroupKind.WeightGradient, node);
                break;
            case MatMulOperation:
                StartAlone(ProductRule.IsByWeight(node) ? GroupKind.MatMul : GroupKind.Product, node);
                break;
            case BatchMatMulOperation:
                StartAlone(GroupKind.Product, node);
                break;
            case SliceOperation or PadOperation or ConcatOperation or PatchesOperation or FoldOperation:
                StartAlone(GroupKind.Move, node);
                break;
            case TransposeOperation:
                StartAlone(GroupKind.Transpose, node);
                break;
            case GatherOperation:
                StartAlone(GroupKind.Gather, node);
                break;
            case ScatterAddOperation:
                StartAlone(GroupKind.ScatterAdd, node);
                break;
            case ReduceOperation { Axis: Axis.Rows } when node.Inputs[0].Type.Batched:
                Settle(node.Inputs[0], unlessFree: !Placement.IsPerRow(Aliases.Resolve(node.Inputs[0])));
                var isTotal = Placement.IsPerRow(Aliases.Resolve(node.Inputs[0])) && !_used.Contains(node);
                Start(isTotal ? GroupKind.Total : GroupKind.VectorGradient, node);
                break;
            case MapOperation when !node.Type.Batched && !_used.Contains(node):
                // The gradient of a parameter that the loss does not reach: zero, and never computed.
                break;
            case MapOperation when PlainRows.Holds(node):
            case ReduceOperation { Axis: Axis.Last } when node.Type.Batched:
                Join(node);
                break;
            default:
                StartAlone(GroupKind.Loop, node);
                break;
        }
    }

    /// <summary>What is made of parameters alone can be computed before everything else, and so be a part of what any product goes on with.</summary>
    private bool IsEarly(Node node) => !node.Type.Batched && node.Operation is MapOperation && Sources(node).All(group => group.Order <= _early);

    /// <summary>Elementwise values join the product that they are made of, where nothing else has to be computed in between.</summary>
    private void PlaceInLanes(Node node)
    {
        var latest = Sources(node).OrderBy(group => group.Order).LastOrDefault();
        if (latest is { Kind: GroupKind.LaneProduct } && LaneFusion.Accepts(latest, node))
        {
            Adopt(node, latest);
        }
        else
        {
            StartAlone(node.Operation is ConvolveOperation or SpreadOperation or WinogradOperation ? GroupKind.LaneProduct : GroupKind.Lanes, node);
        }
    }

    /// <summary>A group that reads its operands from memory.</summary>
    private void StartAlone(GroupKind kind, Node node)
    {
        foreach (var input in node.Inputs)
        {
            Settle(input);
        }

        if (kind == GroupKind.Loop && IsEarly(node))
        {
            Adopt(node, AddGroup(kind, node, ++_early));
        }
        else
        {
            Start(kind, node);
        }
    }

    private void Join(Node node)
    {
        var latest = Sources(node).OrderBy(group => group.Order).LastOrDefault();
        if (latest is null)
        {
            // Made of given numbers alone: whoever needs it computes it.
            _floating.Add(node);
            if (node.Operation is MapOperation && node.Inputs.All(IsFree))
            {
                _free.Add(node);
            }

            return;
        }

        if (latest is { Kind: GroupKind.Loop, Anchor.Operation: MapOperation } && latest.Anchor.Type == node.Type && node.Operation is MapOperation)
        {
            // The loop goes on: one sweep less.
            StartAlone(GroupKind.Loop, node);
        }
        else if (latest.Accepts(Waiting(node).Append(node)) && !(latest.Kind == GroupKind.MatMul && NeedsIndex(node)))
        {
            Adopt(node, latest);
        }
        else if (_groups[_groups.Count - 1] is { Kind: GroupKind.Row } last && Sources(node).All(source => source == last || (source.Kind is GroupKind.Move or GroupKind.Step && source.Order < last.Order))
            && last.Accepts(Waiting(node).Append(node)))
        {
            // Another part of what the sweep before works on, such as the next gate: one sweep for both.
            Adopt(node, last);
        }
        else
        {
            Start(GroupKind.Row, node);
        }
    }

    /// <summary>A value that must be in memory gets a group of its own, if it has none.</summary>
    private void Settle(Node node, bool unlessFree = false)
    {
        node = Aliases.Resolve(node);
        if (Floats(node) && !(unlessFree && IsFree(node)))
        {
            Start(GroupKind.Row, node);
        }
    }

    private void Adopt(Node node, Group group)
    {
        foreach (var member in Waiting(node).Append(node).ToList())
        {
            group.Nodes.Add(member);
            _groupOf[member] = group;
        }
    }

    /// <summary>Whether the index along the row would have to be made for the value.</summary>
    private bool NeedsIndex(Node node) => node.Inputs.Select(Aliases.Resolve).Any(input =>
        input.Operation is IotaOperation || (Floats(input) && NeedsIndex(input)));

    private bool Floats(Node node) => _floating.Contains(node) && !_groupOf.ContainsKey(node);

    /// <summary>The groups that have to run before <paramref name="node"/> can be computed.</summary>
    private IEnumerable<Group> Sources(Node node) => node.Inputs.Select(Aliases.Resolve).Where(input => !IsFree(input))
        .SelectMany(input => Find(input) is { } group ? [group] : Sources(input));

    /// <summary>What <paramref name="node"/> depends on and nobody computes yet, though it is not free: reductions of given numbers, and what is made of them. Arguments come first.</summary>
    private IEnumerable<Node> Waiting(Node node) => node.Inputs.Select(Aliases.Resolve)
        .Where(input => Floats(input) && !IsFree(input))
        .SelectMany(input => Waiting(input).Append(input)).Distinct();

    /// <summary>A group that runs before all others.</summary>
    private void Prepare(GroupKind kind, Node node) => Adopt(node, AddGroup(kind, node, --_preludes));

    private void Start(GroupKind kind, Node node)
    {
        if (!new Group(0, kind, node).Accepts(Waiting(node)))
        {
            // Rows of another length are swept by themselves, before.
            foreach (var input in node.Inputs)
            {
                Settle(input, unlessFree: true);
            }
        }

        Adopt(node, AddGroup(kind, node, _groups.Count));
    }

    private Group AddGroup(GroupKind kind, Node node, int order)
    {
        var group = new Group(order, kind, node);
        _groups.Add(group);
        return group;
    }
}
