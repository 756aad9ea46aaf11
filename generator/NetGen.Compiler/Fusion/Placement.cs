using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>Where the values of a node live when a kernel reads them.</summary>
public enum Place
{
    /// <summary>Panels of the arena, a vector per row and group of features.</summary>
    Panels,

    /// <summary>The arena, one number per row.</summary>
    RowScalars,

    /// <summary>The user's labels, one integer per row.</summary>
    Labels,

    /// <summary>One weight per row, prepared by the runtime.</summary>
    RowWeights,

    /// <summary>A vector parameter.</summary>
    Parameter,

    /// <summary>Numbers known at compile time.</summary>
    Constant,

    /// <summary>The index along the row, made in registers.</summary>
    Iota,

    /// <summary>Vectors of neighbouring samples, an element after the other; see <see cref="LaneView"/>.</summary>
    Lanes,

    /// <summary>Panels that are the same for all samples: what is computed from parameters, and sums over the batch.</summary>
    Fixed,
}

/// <summary>Decides the place of a node from what it is.</summary>
public static class Placement
{
    public static Place Of(Node node) => node.Operation switch
    {
        _ when node.Lanes is not null => Place.Lanes,
        ParameterOperation or BufferOperation => Place.Parameter,
        ConstantOperation => Place.Constant,
        IotaOperation => Place.Iota,
        RowWeightOperation => Place.RowWeights,
        TargetOperation { Labels: true } => Place.Labels,
        _ => !node.Type.Batched ? Place.Fixed : IsPerRow(node) ? Place.RowScalars : Place.Panels,
    };

    /// <summary>True when the value has one number per row because it was reduced, rather than one feature per row.</summary>
    public static bool IsPerRow(Node node) => node.Lanes is null && node.Type.Batched && node.Type.Last == 1 && node.Operation switch
    {
        ReduceOperation { Axis: Axis.Last } or RowWeightOperation or TargetOperation { Labels: true } => true,
        MapOperation => node.Inputs.All(input => !input.Type.Batched || IsPerRow(Aliases.Resolve(input))),
        DetachOperation => IsPerRow(node.Inputs[0]),
        _ => false,
    };

    /// <summary>Which parameters and buffers are among the values.</summary>
    public static IEnumerable<Operation> ParametersAmong(IEnumerable<Node> nodes) =>
        nodes.Select(Aliases.Resolve).Where(node => node.Operation is ParameterOperation or BufferOperation).Select(node => node.Operation);

    /// <summary>True for what occupies the arena.</summary>
    public static bool IsStored(Node node) => Of(node) is Place.Panels or Place.RowScalars or Place.Fixed or Place.Lanes;
}

/// <summary>Nodes that are another node's memory under another name.</summary>
public static class Aliases
{
    /// <summary>The node whose memory holds the values of <paramref name="node"/>.</summary>
    public static Node Resolve(Node node)
    {
        if (node.Lanes is { } lanes)
        {
            return lanes.Memory;
        }

        while (node.Operation is DetachOperation || (node.Operation is ReshapeOperation && KeepsRows(node)))
        {
            node = node.Inputs[0];
        }

        return node;
    }

    /// <summary>True when the values come straight from the user's memory, which is row-major and thus of any shape.</summary>
    public static bool IsGiven(Node node) => node.Operation switch
    {
        InputOperation or OutputGradientOperation or TargetOperation { Labels: false } => true,
        ReshapeOperation => IsGiven(node.Inputs[0]),
        _ => false,
    };

    private static bool KeepsRows(Node node) =>
        node.Type.Last == node.Inputs[0].Type.Last && node.Type.Rows == node.Inputs[0].Type.Rows;
}
