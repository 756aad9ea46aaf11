using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Streaming;

/// <summary>
/// What is the same for all samples, made of parameters and constants alone: as it is, or at the current position, where one of its axes counts positions. A table loses all rows but
/// one, and what was computed for each position is computed for one.
/// </summary>
internal sealed class PositionRows(GraphBuilder graph)
{
    private readonly Dictionary<Node, Node> _whole = [];
    private readonly Dictionary<(Node, int), Node> _rows = [];

    /// <summary>Whether anything depends on the number of the position.</summary>
    public bool AreUsed { get; private set; }

    /// <summary>The number of the current position, [1].</summary>
    public Node Position()
    {
        AreUsed = true;
        return graph.Input(new Shape(1), 1);
    }

    /// <summary>The value as it is.</summary>
    public Node Whole(Node node)
    {
        if (!_whole.TryGetValue(node, out var copy))
        {
            _whole.Add(node, copy = graph.Replay(node, [.. node.Inputs.Select(Whole)]));
        }

        return copy;
    }

    /// <summary>The value at the current position, whose axis <paramref name="axis"/> has extent 1 then.</summary>
    public Node At(Node node, int axis)
    {
        if (!_rows.TryGetValue((node, axis), out var row))
        {
            (graph.Origin, graph.Backward) = (node.Origin, node.Backward);
            _rows.Add((node, axis), row = Find(node, axis));
        }

        return row;
    }

    /// <summary>A shape that has extent 1 along an axis.</summary>
    public static Shape One(Shape shape, int axis) => new([.. shape.Dims.Select((extent, index) => index == axis ? 1 : extent)]);

    private Node Find(Node node, int axis)
    {
        var shape = One(node.Type.Shape, axis);
        switch (node.Operation)
        {
            case IotaOperation when node.Type.Shape.Rank == 1:
                return Position();
            case MapOperation map:
                return graph.Map(map.Function, [.. node.Inputs.Select(input => Aligned(input, node.Type.Shape, axis))], new TensorType(true, shape));
            case ReshapeOperation when AxisBefore(node.Inputs[0].Type.Shape, node.Type.Shape, axis) is >= 0 and var before:
                return graph.Reshape(At(node.Inputs[0], before), shape);
            case TransposeOperation transpose:
                return graph.Transpose(At(node.Inputs[0], transpose.Permutation[axis]), [.. transpose.Permutation]);
            case SliceOperation { Start: 0 } slice when slice.Axis == axis:
                return At(node.Inputs[0], axis);
            case var _ when node.Type.Batched:
                throw new NotStreamableException($"{node.Operation.Name} has no rows that could be picked by position");
            default:
                // Rows of a table, the axis first. Where it has gone to makes no difference to the order of what is left.
                int[] order = [axis, .. Enumerable.Range(0, node.Type.Shape.Rank).Where(other => other != axis)];
                var table = graph.Reshape(graph.Transpose(Whole(node), order), new Shape(node.Type.Shape[axis], (int)shape.Count));
                return graph.Reshape(graph.Gather(table, Position()), shape);
        }
    }

    /// <summary>An operand that is broadcast to <paramref name="shape"/>, at the current position along that shape's axis.</summary>
    public Node Aligned(Node operand, Shape shape, int axis)
    {
        var own = axis - (shape.Rank - operand.Type.Shape.Rank);
        return own >= 0 && operand.Type.Shape[own] == shape[axis] && shape[axis] > 1 ? At(operand, own) : Whole(operand);
    }

    /// <summary>The axis of <paramref name="from"/> that is axis <paramref name="axis"/> of <paramref name="to"/>, the same values under another shape; −1 where there is none.</summary>
    public static int AxisBefore(Shape from, Shape to, int axis)
    {
        var before = to.Dims.Take(axis).Aggregate(1L, (product, extent) => product * extent);
        var candidates = Enumerable.Range(0, from.Rank).Where(own => from[own] == to[axis] && from.Dims.Take(own).Aggregate(1L, (product, extent) => product * extent) == before);
        return candidates.DefaultIfEmpty(-1).First();
    }
}
