using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Puts every primitive into a group. Products, masks and batch sums start one; elementwise maps and row reductions join the
/// latest group that computes one of their arguments, if it works on rows of the same kind. Because it is the latest, all other
/// arguments are already there. What is made of given numbers alone (a label's one-hot vector, say) floats until somebody needs it.
/// </summary>
internal sealed class Grouping
{
    private readonly Dictionary<Node, Group> _groupOf = [];
    private readonly List<Group> _groups = [];
    private readonly HashSet<Node> _floating = [];
    private readonly HashSet<Node> _used;
    private int _preludes;

    private Grouping(TensorProgram program) => _used =
    [
        .. program.Nodes.SelectMany(node => node.Inputs).Select(Aliases.Resolve),
        .. program.Outputs.Where(output => output.Role != OutputRole.Loss && output.Value.Operation is not MapOperation { Function: Constant { Value: 0 } }).Select(output => Aliases.Resolve(output.Value)),
    ];

    public IReadOnlyList<Group> Groups => _groups;

    public static Grouping Of(TensorProgram program)
    {
        var grouping = new Grouping(program);
        foreach (var node in program.Nodes)
        {
            grouping.Place(node);
        }

        foreach (var output in program.Outputs.Where(output => output.Role is OutputRole.Prediction or OutputRole.InputGradient))
        {
            grouping.Settle(output.Value);
        }

        grouping._groups.Sort((left, right) => left.Order.CompareTo(right.Order));
        return grouping;
    }

    /// <summary>The group that computes the node, or null for what is given, aliased or made in registers.</summary>
    public Group? Find(Node node) => _groupOf.TryGetValue(Aliases.Resolve(node), out var group) ? group : null;

    private void Place(Node node)
    {
        if (Aliases.IsGiven(node))
        {
            Start(GroupKind.Pack, node, --_preludes);
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
                Start(GroupKind.Mask, node, --_preludes);
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
            case SliceOperation or PadOperation or ConcatOperation:
                StartAlone(GroupKind.Move, node);
                break;
            case TransposeOperation:
                StartAlone(GroupKind.Transpose, node);
                break;
            case ReduceOperation { Axis: Axis.Rows } when node.Inputs[0].Type.Batched:
                Settle(node.Inputs[0], reductionsOnly: !Placement.IsPerRow(Aliases.Resolve(node.Inputs[0])));
                var isTotal = Placement.IsPerRow(Aliases.Resolve(node.Inputs[0])) && !_used.Contains(node);
                Start(isTotal ? GroupKind.Total : GroupKind.VectorGradient, node, _groups.Count);
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

    /// <summary>A group that reads its operands from memory.</summary>
    private void StartAlone(GroupKind kind, Node node)
    {
        foreach (var input in node.Inputs)
        {
            Settle(input);
        }

        Start(kind, node, _groups.Count);
    }

    private void Join(Node node)
    {
        var latest = node.Inputs.Select(Find).Where(group => group is not null).OrderBy(group => group!.Order).LastOrDefault();
        if (latest is null)
        {
            // Made of given numbers alone: whoever needs it computes it.
            _floating.Add(node);
            return;
        }

        if (latest is { Kind: GroupKind.Loop, Anchor.Operation: MapOperation } && latest.Anchor.Type == node.Type && node.Operation is MapOperation)
        {
            // The loop goes on: one sweep less.
            StartAlone(GroupKind.Loop, node);
        }
        else if (latest.Accepts(node) && FloatingReductions(node).All(latest.Accepts) && !(latest.Kind == GroupKind.MatMul && NeedsIndex(node)))
        {
            Adopt(node, latest);
        }
        else
        {
            Start(GroupKind.Row, node, _groups.Count);
        }
    }

    /// <summary>A value that must be in memory gets a group of its own, if it has none.</summary>
    private void Settle(Node node, bool reductionsOnly = false)
    {
        node = Aliases.Resolve(node);
        if (!_floating.Contains(node) || _groupOf.ContainsKey(node))
        {
            return;
        }

        if (!reductionsOnly || node.Operation is ReduceOperation)
        {
            Start(GroupKind.Row, node, _groups.Count);
            return;
        }

        foreach (var input in node.Inputs)
        {
            Settle(input, reductionsOnly);
        }
    }

    private void Adopt(Node node, Group group)
    {
        foreach (var reduction in FloatingReductions(node).ToList())
        {
            Adopt(reduction, group);
        }

        group.Nodes.Add(node);
        _groupOf[node] = group;
    }

    /// <summary>Whether the index along the row would have to be made for the value.</summary>
    private bool NeedsIndex(Node node) => node.Inputs.Select(Aliases.Resolve).Any(input =>
        input.Operation is IotaOperation || (_floating.Contains(input) && !_groupOf.ContainsKey(input) && NeedsIndex(input)));

    /// <summary>Reductions of given numbers that <paramref name="node"/> depends on and that nobody computes yet.</summary>
    private IEnumerable<Node> FloatingReductions(Node node) => node.Inputs.Select(Aliases.Resolve)
        .Where(input => _floating.Contains(input) && !_groupOf.ContainsKey(input))
        .SelectMany(input => input.Operation is ReduceOperation ? [input] : FloatingReductions(input)).Distinct();

    private void Start(GroupKind kind, Node node, int order)
    {
        var group = new Group(order, kind, node);
        _groups.Add(group);
        _groupOf[node] = group;
        foreach (var reduction in FloatingReductions(node).ToList())
        {
            Adopt(reduction, group);
        }
    }
}
