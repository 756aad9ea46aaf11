using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>A kernel in the making: the primitives that will run together.</summary>
internal sealed class Group(int order, GroupKind kind, Node anchor)
{
    /// <summary>Execution order; a group may read what smaller ones wrote.</summary>
    public int Order { get; } = order;

    public GroupKind Kind { get; } = kind;

    /// <summary>The primitive that started it.</summary>
    public Node Anchor { get; } = anchor;

    /// <summary>Its members, the anchor among them as soon as it has been put there.</summary>
    public List<Node> Nodes { get; } = [];

    public int Rows => Anchor.Type.Rows;

    /// <summary>Features of a row: those of the widest member, or of what it reduces.</summary>
    public int Features => Nodes.Append(Anchor).Max(WidthOf);

    /// <summary>True when all of <paramref name="nodes"/> can be computed along with what is here, and with one another.</summary>
    public bool Accepts(IEnumerable<Node> nodes)
    {
        var trial = new Group(Order, Kind, Anchor);
        trial.Nodes.AddRange(Nodes);
        foreach (var node in nodes)
        {
            if (!trial.Accepts(node))
            {
                return false;
            }

            trial.Nodes.Add(node);
        }

        return true;
    }

    /// <summary>True when <paramref name="node"/> can be computed along with what is here.</summary>
    public bool Accepts(Node node) => Kind switch
    {
        GroupKind.MatMul => node.Operation is MapOperation && node.Type.Batched && node.Type.Last == Anchor.Type.Last && node.Type.Rows == Rows && !Placement.IsPerRow(node),
        GroupKind.Row => node.Type.Rows == Rows && (WidthOf(node) == Features || IsNumberOfRow(node) || Nodes.Append(Anchor).All(IsNumberOfRow)),
        _ => false,
    };

    private static int WidthOf(Node node) => node.Operation is ReduceOperation { Axis: Axis.Last } ? node.Inputs[0].Type.Last : node.Type.Last;

    /// <summary>True for what is computed once per row and so fits rows of any width.</summary>
    private static bool IsNumberOfRow(Node node) => Placement.IsPerRow(node) && node.Operation is not ReduceOperation;
}

/// <summary>What a group will become.</summary>
internal enum GroupKind
{
    Pack,
    Mask,
    Relayout,
    MatMul,
    Row,
    WeightGradient,
    VectorGradient,
    Total,
    Loop,
    Product,
    Move,
    Transpose,
    Count,

    /// <summary>Rows of a table.</summary>
    Gather,

    /// <summary>Rows added up by their numbers.</summary>
    ScatterAdd,

    /// <summary>A kernel over lanes.</summary>
    Lanes,

    /// <summary>A convolution over lanes, or its transpose.</summary>
    LaneProduct,

    /// <summary>A weight as minimal filtering multiplies by it.</summary>
    Filter,

    /// <summary>Lanes into rows.</summary>
    ToRows,

    /// <summary>Within the body of a recurrence, what a step is given.</summary>
    Step,

    /// <summary>A recurrence.</summary>
    Scan,

    /// <summary>Attention, or its gradients.</summary>
    Attention,
}
