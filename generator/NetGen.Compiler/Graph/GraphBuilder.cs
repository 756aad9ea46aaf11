using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Graph;

/// <summary>
/// Adds primitives to a tensor program, infers their types, and gives the same node for the same question
/// (hash consing), so that common subexpressions never exist twice.
/// </summary>
public sealed partial class GraphBuilder
{
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<string, Node> _known = new(StringComparer.Ordinal);
    private readonly HashSet<Node> _kept = [];

    /// <summary>The layer that new nodes belong to.</summary>
    public string Origin { get; set; } = "";

    /// <summary>True while differentiation adds nodes.</summary>
    public bool Backward { get; set; }

    /// <summary>Whether stacks are printed each by itself, as a function of its input.</summary>
    public bool KeepsStackInputs { get; init; }

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>
    /// From now on nothing is computed past this node: what is made of it is made of the node itself, even where its own input would serve as well. Somebody
    /// will ask for a derivative by it, or print what follows from it.
    /// </summary>
    public void Keep(Node node) => _kept.Add(node);

    /// <summary>Whether a shorter way to what <paramref name="node"/> was made of may be taken.</summary>
    public bool MayBypass(Node node) => !_kept.Contains(node);

    /// <param name="shape">The shape of a sample.</param>
    /// <param name="index">Which input.</param>
    /// <param name="vocabulary">How many tokens there are; 0 for values.</param>
    public Node Input(Shape shape, int index = 0, int vocabulary = 0) => Add(new InputOperation(index, vocabulary), new TensorType(true, shape));

    public Node Target(Shape shape, bool labels, int index = 0) => Add(new TargetOperation(labels, index), new TensorType(true, labels ? shape.WithLast(1) : shape));

    public Node RowWeight(Shape shape, int index = 0) => Add(new RowWeightOperation(index), new TensorType(true, shape.WithLast(1)));

    public Node OutputGradient(Shape shape, int index = 0) => Add(new OutputGradientOperation(index), new TensorType(true, shape));

    public Node Parameter(int index, Shape shape, string name)
    {
        var origin = Origin;
        Origin = name;
        var node = Add(new ParameterOperation(index), new TensorType(false, shape));
        Origin = origin;
        return node;
    }

    public Node Buffer(int index, Shape shape) => Add(new BufferOperation(index), new TensorType(false, shape));

    /// <summary>The number of samples in the batch.</summary>
    public Node Count() => Add(new CountOperation(), new TensorType(false, new Shape()));

    public Node Constant(params double[] values) =>
        Add(new ConstantOperation(new EquatableArray<double>(values)), new TensorType(false, new Shape(values.Length)));

    public Node Iota(TensorType type) => Add(new IotaOperation(), type);

    public Node RandomMask(TensorType type, double rate, int stream) => Add(new RandomMaskOperation(rate, stream), type);

    public Node RandomNormal(Shape shape, int stream) => Add(new RandomNormalOperation(stream), new TensorType(true, shape));

    public Node Detach(Node x) => Add(new DetachOperation(), x.Type, x);

    /// <summary>The same values; a mask [length] says which of their positions are present.</summary>
    public Node Masked(Node x, Node mask) => Add(new MaskedOperation(), x.Type, x, mask);

    public Node Add(Node x, Node y) => Joined(x, y) ?? Joined(y, x) ?? Map(Scalar.Variable(0) + Scalar.Variable(1), x, y);

    public Node Subtract(Node x, Node y) => Map(Scalar.Variable(0) - Scalar.Variable(1), x, y);

    public Node Multiply(Node x, Node y) => Map(Scalar.Variable(0) * Scalar.Variable(1), x, y);

    /// <summary>x W, x Wᵀ, or (with <paramref name="transposeLeft"/>) xᵀ y summed over all rows.</summary>
    public Node MatMul(Node left, Node right, bool transposeLeft = false, bool transposeRight = false)
    {
        if (transposeLeft)
        {
            return Add(new MatMulOperation(true, false), new TensorType(false, new Shape(left.Type.Last, right.Type.Last)), left, right);
        }

        var columns = transposeRight ? right.Type.Shape[0] : right.Type.Shape[1];
        return Add(new MatMulOperation(false, transposeRight), left.Type.WithLast(columns), left, right);
    }

    /// <summary>An elementwise function of its arguments, broadcast to <paramref name="type"/> (by default the widest argument's).</summary>
    public Node Map(Expr function, IReadOnlyList<Node> arguments, TensorType? type = null)
    {
        var (simplified, used) = MapFunction.Normalise(function, arguments);
        type ??= arguments.Select(argument => argument.Type).Aggregate(Broadcasting.Of);
        return simplified is Variable { Index: 0 } && used[0].Type == type ? used[0]
            : BeneathOrder(simplified, used, type) ?? Add(new MapOperation(simplified), type, used);
    }

    public Node Map(Expr function, params Node[] arguments) => Map(function, arguments, null);

    /// <summary>The constant <paramref name="value"/> in the given shape.</summary>
    public Node Fill(double value, TensorType type) => Map(Scalar.Constant(value), [], type);

    public Node Reduce(Reduction kind, Node x, Axis axis)
    {
        if (axis == Axis.Rows)
        {
            return (kind == Reduction.Sum ? RowFactors.TryTakeOut(this, x) : null) ?? Add(new ReduceOperation(kind, axis), new TensorType(false, new Shape(x.Type.Last)), x);
        }

        if (IsRepeated(x, x.Type.Shape.Rank - 1))
        {
            return ReduceRepeated(kind, x, x.Type.Shape.Rank - 1);
        }

        return kind == Reduction.Sum && OneHotSum.TryFold(x) is var (function, arguments)
            ? Map(function, arguments, x.Type.WithLast(1))
            : Add(new ReduceOperation(kind, axis), x.Type.WithLast(1), x);
    }

    public Node Reshape(Node x, Shape shape)
    {
        while (x.Operation is ReshapeOperation && MayBypass(x))
        {
            x = x.Inputs[0];
        }

        return x.Type.Shape == shape ? x : Add(new ReshapeOperation(), x.Type with { Shape = shape }, x);
    }

    private Node Add(Operation operation, TensorType type, params Node[] inputs)
    {
        var key = operation.Name + "|" + type + "|" + string.Join(",", inputs.Select(input => input.Id));
        if (!_known.TryGetValue(key, out var node))
        {
            node = new Node(_nodes.Count, operation, inputs, type, Origin, Backward);
            _nodes.Add(node);
            _known.Add(key, node);
        }

        return node;
    }
}
