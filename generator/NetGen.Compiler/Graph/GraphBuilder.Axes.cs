using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Graph;

/// <content>Operations that move values between axes or add up over them.</content>
public sealed partial class GraphBuilder
{
    /// <summary>A reduction over one axis, whose extent becomes 1.</summary>
    public Node Reduce(Reduction kind, Node x, int axis) =>
        axis == x.Type.Shape.Rank - 1 ? Reduce(kind, x, Axis.Last)
        : x.Type.Shape[axis] == 1 ? x
        : IsRepeated(x, axis) ? ReduceRepeated(kind, x, axis)
        : Add(new ReduceAxisOperation(kind, axis), x.Type with { Shape = With(x.Type.Shape, axis, 1) }, x);

    /// <summary>The sum over the batch alone.</summary>
    public Node SumBatch(Node x) => Add(new SumBatchOperation(), x.Type with { Batched = false }, x);

    /// <summary>The sum over all axes along which <paramref name="x"/> is longer than <paramref name="type"/>: the transpose of broadcasting.</summary>
    public Node SumTo(Node x, TensorType type)
    {
        if (x.Type == type)
        {
            return x;
        }

        var rank = x.Type.Shape.Rank;
        var isRow = x.Type.Batched && !type.Batched && (type.Shape.Rank == 1 || type.Shape.Rank == 0);
        for (var axis = rank - 1; axis >= 0; axis--)
        {
            // All rows at once, where nothing but the last axis is left.
            if (x.Type.Shape[axis] != 1 && Broadcasting.Extent(type.Shape, rank, axis) == 1 && !(isRow && axis < rank - 1))
            {
                x = Reduce(Reduction.Sum, x, axis);
            }
        }

        if (isRow && rank > 0)
        {
            x = Reduce(Reduction.Sum, x, Axis.Rows);
        }
        else if (x.Type.Batched && !type.Batched)
        {
            x = SumBatch(x);
        }

        return Reshape(x, type.Shape);
    }

    /// <summary>The product of the last two axes; operands have two axes or more, and the axes before them broadcast.</summary>
    public Node BatchMatMul(Node left, Node right)
    {
        var (rows, inner) = (left.Type.Shape[left.Type.Shape.Rank - 2], left.Type.Last);
        var columns = right.Type.Last;
        var before = Broadcasting.Of(Before(left.Type), Before(right.Type));
        left = BroadcastTo(left, left.Type with { Shape = new Shape([.. before.Shape.Dims, rows, inner]) });
        right = BroadcastTo(right, right.Type with { Shape = new Shape([.. before.Shape.Dims, inner, columns]) });
        return Add(new BatchMatMulOperation(), new TensorType(before.Batched, new Shape([.. before.Shape.Dims, rows, columns])), left, right);
    }

    /// <summary>The values repeated along axes of extent 1.</summary>
    public Node BroadcastTo(Node x, TensorType type) => x.Type == type ? x : Map(Scalar.Variable(0), [x], type);

    public Node Transpose(Node x, params int[] permutation)
    {
        if (x.Operation is TransposeOperation inner && MayBypass(x))
        {
            (permutation, x) = (permutation.Select(axis => inner.Permutation[axis]).ToArray(), x.Inputs[0]);
        }

        var shape = new Shape(permutation.Select(axis => x.Type.Shape[axis]).ToArray());
        return permutation.SequenceEqual(Enumerable.Range(0, permutation.Length)) ? x
            : KeepsOrder(x.Type.Shape, permutation) ? Reshape(x, shape)
            : Add(new TransposeOperation(new EquatableArray<int>(permutation)), x.Type with { Shape = shape }, x);
    }

    /// <summary>The last two axes in the other order.</summary>
    public Node TransposeLast(Node x)
    {
        var axes = Enumerable.Range(0, x.Type.Shape.Rank).ToArray();
        var last = axes.Length - 1;
        (axes[last - 1], axes[last]) = (last, last - 1);
        return Transpose(x, axes);
    }

    public Node Slice(Node x, int axis, int start, int length) => length == x.Type.Shape[axis] ? x
        : Order(x) is { } order ? Transpose(Slice(x.Inputs[0], order[axis], start, length), order)
        : Add(new SliceOperation(axis, start, length), x.Type with { Shape = With(x.Type.Shape, axis, length) }, x);

    public Node Pad(Node x, int axis, int before, int after) => before + after == 0 ? x
        : Order(x) is { } order ? Transpose(Pad(x.Inputs[0], order[axis], before, after), order)
        : Add(new PadOperation(axis, before, after), x.Type with { Shape = With(x.Type.Shape, axis, before + x.Type.Shape[axis] + after) }, x);

    /// <summary>The sum of neighbouring parts of one axis is both side by side: the gradients of slices, put together again.</summary>
    private Node? Joined(Node x, Node y)
    {
        if (x.Operation is not PadOperation left || y.Operation is not PadOperation right || !MayBypass(x) || !MayBypass(y) || x.Type != y.Type || left.Axis != right.Axis || x.Inputs[0].Type.Shape[left.Axis] + left.Before != right.Before)
        {
            return null;
        }

        IEnumerable<Node> Parts(Node part) => part.Operation is ConcatOperation concat && concat.Axis == left.Axis && MayBypass(part) ? part.Inputs : [part];
        return Pad(Concat(left.Axis, [.. Parts(x.Inputs[0]), .. Parts(y.Inputs[0])]), left.Axis, left.Before, right.After);
    }

    /// <summary>The inputs one after the other; an unbatched one among batched ones is repeated for each sample.</summary>
    public Node Concat(int axis, IReadOnlyList<Node> inputs)
    {
        if (inputs.Count == 1)
        {
            return inputs[0];
        }

        if (inputs.All(input => Order(input) is { } order && order.SequenceEqual(Order(inputs[0])!)))
        {
            var order = Order(inputs[0])!;
            return Transpose(Concat(order[axis], inputs.Select(input => input.Inputs[0]).ToList()), order);
        }

        var batched = inputs.Any(input => input.Type.Batched);
        var all = inputs.Select(input => BroadcastTo(input, input.Type with { Batched = batched })).ToArray();
        return Add(new ConcatOperation(axis), all[0].Type with { Shape = With(all[0].Type.Shape, axis, all.Sum(input => input.Type.Shape[axis])) }, all);
    }

    /// <summary>Whether a value is the same all along an axis, because nothing that it is made of has the axis.</summary>
    private bool IsRepeated(Node x, int axis) => x.Operation is MapOperation && MayBypass(x) && x.Type.Shape[axis] > 1
        && x.Inputs.All(input => Broadcasting.Extent(input.Type.Shape, x.Type.Shape.Rank, axis) == 1);

    private Node ReduceRepeated(Reduction kind, Node x, int axis)
    {
        var type = x.Type with { Shape = With(x.Type.Shape, axis, 1) };
        var once = x.Operation is MapOperation { Function: Variable } ? BroadcastTo(x.Inputs[0], type) : Add(x.Operation, type, x.Inputs.ToArray());
        return kind == Reduction.Sum ? Map(Scalar.Variable(0) * Scalar.Constant(x.Type.Shape[axis]), once) : once;
    }

    private static TensorType Before(TensorType type) => type with { Shape = new Shape(type.Shape.Dims.Take(type.Shape.Rank - 2).ToArray()) };

    private static Shape With(Shape shape, int axis, int extent) => new(shape.Dims.Select((dim, index) => index == axis ? extent : dim).ToArray());
}
