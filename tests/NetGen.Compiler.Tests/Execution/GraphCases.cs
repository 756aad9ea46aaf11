using NetGen.Compiler.Differentiation;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Tests.Execution;

/// <summary>Graphs that use what no stack does, one idea each.</summary>
internal static class GraphCases
{
    private static readonly Expr A = Scalar.Variable(0);
    private static readonly Expr B = Scalar.Variable(1);

    private static readonly Dictionary<string, (int[][] Inputs, int[][] Parameters, Func<GraphBuilder, Node> Build)> Cases = new(StringComparer.Ordinal)
    {
        ["residual"] = ([[17]], [[17, 17], [17]], g => g.Map(Relu(A + B), In(g, 17), Dense(g, In(g, 17), 0, 17))),
        ["x W"] = ([[5]], [[5, 33]], g => g.MatMul(In(g, 5), P(g, 0, 5, 33))),
        ["x W twice"] = ([[16]], [[16, 16]], g => g.MatMul(g.Map(Scalar.Tanh(A), g.MatMul(In(g, 16), P(g, 0, 16, 16))), P(g, 0, 16, 16))),
        ["shared weights"] = ([[15]], [[15, 15], [15]], g => Dense(g, g.Map(Scalar.Tanh(A), Dense(g, In(g, 15), 0, 15)), 0, 15)),
        ["slope"] = ([[31]], [[1]], g => g.Map(Scalar.IfPositive(A, A, A * B), In(g, 31), P(g, 0, 1))),
        ["number"] = ([[3, 17]], [[]], g => g.Map(A * B, In(g, 3, 17), P(g, 0))),
        ["vector times vector"] = ([[33]], [[33], [33]], g => g.Map(A * B * Scalar.Variable(2), In(g, 33), P(g, 0, 33), P(g, 1, 33))),
        ["matrix, element by element"] = ([[3, 17]], [[3, 17]], g => g.Map(A * B, In(g, 3, 17), P(g, 0, 3, 17))),
        ["column"] = ([[3, 17]], [[3, 1]], g => g.Map(A * B, In(g, 3, 17), P(g, 0, 3, 1))),
        ["three axes"] = ([[2, 3, 5]], [[2, 1, 5], [3, 1]], g => g.Map((A * B) + Scalar.Variable(2), In(g, 2, 3, 5), P(g, 0, 2, 1, 5), P(g, 1, 3, 1))),
        ["gate per sample"] = ([[17]], [[1, 17], [33, 17]], g => g.Map(Scalar.Sigmoid(A) * B, g.MatMul(In(g, 17), P(g, 0, 1, 17), transposeRight: true), g.MatMul(In(g, 17), P(g, 1, 33, 17), transposeRight: true))),
        ["outer"] = ([[3, 1]], [[1, 33]], g => g.Map(A * B, In(g, 3, 1), P(g, 0, 1, 33))),
        ["batched product"] = ([[3, 4, 17]], [], g => g.BatchMatMul(In(g, 3, 4, 17), g.Transpose(g.Map(Scalar.Tanh(A), In(g, 3, 4, 17)), 0, 2, 1))),
        ["product with a parameter of three axes"] = ([[3, 4, 5]], [[3, 5, 33]], g => g.BatchMatMul(In(g, 3, 4, 5), P(g, 0, 3, 5, 33))),
        ["product by a computed matrix"] = ([[4, 17]], [[17, 33]], g => g.MatMul(In(g, 4, 17), g.Map(Scalar.Tanh(A), P(g, 0, 17, 33)))),
        ["product by a computed matrix, transposed"] = ([[4, 17]], [[33, 17]], g => g.MatMul(In(g, 4, 17), g.Map(Scalar.Tanh(A), P(g, 0, 33, 17)), transposeRight: true)),
        ["parameters alone"] = ([[4]], [[2, 3], [3, 4]], g => g.MatMul(In(g, 4), g.BatchMatMul(P(g, 0, 2, 3), P(g, 1, 3, 4)), transposeRight: true)),
        ["attention"] = ([[5, 8]], [[8, 8], [8, 8], [8, 8]], Attention),
        ["heads in place"] = ([[70, 64]], [], g => Attention(g, In(g, 70, 64), 33, 2, causal: false, 64, 64)),
        ["heads in place, causal"] = ([[38, 32]], [], g => Attention(g, In(g, 38, 32), 38, 1, causal: true, 32, 32)),
        ["heads within panels"] = ([[5, 32]], [], g => Attention(g, In(g, 5, 32), 5, 2, causal: true, 32, 32)),
        ["heads of odd widths, fewer queries than keys"] = ([[40, 22]], [], g => Attention(g, In(g, 40, 22), 3, 3, causal: true, 12, 21)),
        ["more queries than keys"] = ([[39, 17]], [], g => Attention(g, In(g, 39, 17), 35, 1, causal: true, 17, 3)),
        ["a query and a key"] = ([[2, 4]], [], g => Attention(g, In(g, 2, 4), 1, 2, causal: false, 2, 4)),
        ["attention with a mask"] = ([[38, 32]], [], g => Attention(g, In(g, 38, 32), 38, 1, causal: false, 32, 32, x => Seen(g, g.Slice(x, 1, 0, 1)))),
        ["attention with a mask, causal, heads within panels"] = ([[5, 32]], [], g => Attention(g, In(g, 5, 32), 5, 2, causal: true, 32, 32, x => Seen(g, g.Slice(x, 1, 0, 1)))),
        ["attention with a mask for each query"] = ([[70, 64]], [], g => Attention(g, In(g, 70, 64), 33, 2, causal: false, 64, 64, x => Seen(g, g.Slice(g.Slice(x, 0, 0, 33), 1, 0, 37)))),
        ["attention with a mask that hides all"] = ([[3, 4]], [], g => Attention(g, In(g, 3, 4), 3, 2, causal: false, 4, 4, x => g.Fill(0, new TensorType(false, new Shape(3))))),
        ["gradient of attention inside the graph"] = ([[4, 6]], [[6, 6]], AttentionGradient),
        ["sum over an axis"] = ([[3, 17]], [], g => g.Reduce(Reduction.Sum, g.Map(A * A, In(g, 3, 17)), 0)),
        ["maximum over an axis"] = ([[3, 2, 17]], [], g => g.Reduce(Reduction.Max, In(g, 3, 2, 17), 0)),
        ["mean of all"] = ([[3, 17]], [], g => g.Reshape(g.Reduce(Reduction.Sum, g.Reshape(g.Map(A * A, In(g, 3, 17)), new Shape(51)), Axis.Last), new Shape())),
        ["sum of the batch, used"] = ([[17]], [[17]], g => g.Map(A * B, In(g, 17), g.SumBatch(g.Map(Scalar.Tanh(A * B), In(g, 17), P(g, 0, 17))))),
        ["sum of a parameter's rows"] = ([[3]], [[3, 17]], g => g.Map(A * B, In(g, 3), g.Reshape(g.Reduce(Reduction.Sum, P(g, 0, 3, 17), Axis.Last), new Shape(3)))),
        ["row numbers as features"] = ([[3, 17]], [[2, 3]], g => Product(g, g.Reshape(g.Reduce(Reduction.Sum, g.Map(Scalar.Tanh(A), In(g, 3, 17)), Axis.Last), new Shape(3)), 0, 2)),
        ["row numbers as rows"] = ([[3, 17]], [[2, 1]], g => Product(g, g.Reduce(Reduction.Sum, g.Map(Scalar.Tanh(A), In(g, 3, 17)), Axis.Last), 0, 2)),
        ["joined features"] = ([[17]], [[33, 17], [5, 50]], g => Product(g, g.Concat(0, [In(g, 17), g.Map(Scalar.Tanh(A), Product(g, In(g, 17), 0, 33))]), 1, 5)),
        ["joined rows"] = ([[2, 17]], [[1, 17]], g => g.Concat(0, [In(g, 2, 17), g.Map(Scalar.Tanh(A), In(g, 2, 17)), g.Map(A * 2, P(g, 0, 1, 17))])),
        ["joined middle axis"] = ([[2, 3, 5]], [], g => g.Concat(1, [In(g, 2, 3, 5), g.Slice(g.Map(Scalar.Tanh(A), In(g, 2, 3, 5)), 1, 1, 2)])),
        ["slices"] = ([[65]], [], g => g.Map(A * B, g.Slice(In(g, 65), 0, 0, 31), g.Slice(In(g, 65), 0, 34, 31))),
        ["slice of rows"] = ([[4, 33]], [], g => g.Slice(g.Slice(g.Map(A * A, In(g, 4, 33)), 0, 1, 2), 1, 3, 17)),
        ["padding"] = ([[3, 5]], [], g => g.Pad(g.Pad(g.Map(A * A, In(g, 3, 5)), 1, 13, 31), 0, 1, 2)),
        ["transposed axes"] = ([[3, 4, 5]], [[4]], g => g.Map(A * B, g.Transpose(In(g, 3, 4, 5), 2, 0, 1), P(g, 0, 4))),
        ["reshaped parameter"] = ([[6]], [[2, 3]], g => g.Map(A * B, In(g, 6), g.Reshape(P(g, 0, 2, 3), new Shape(6)))),
        ["index"] = ([[17]], [], g => g.Map(A * B, In(g, 17), g.Iota(new TensorType(false, new Shape(17))))),
        ["index in a product"] = ([[17]], [[33, 17]], g => g.Map(A * B, Product(g, In(g, 17), 0, 33), g.Iota(new TensorType(false, new Shape(33))))),
        ["squares that sum to more than zero"] = ([[17]], [[17]], g => g.Map(Scalar.Exp(A + B), In(g, 17), P(g, 0, 17))),
        ["hypernetwork"] = ([[6]], [[36, 6], [6]], g => g.Reshape(g.BatchMatMul(g.Reshape(Product(g, In(g, 6), 0, 36), new Shape(6, 6)), g.Reshape(g.Map(A + B, In(g, 6), P(g, 1, 6)), new Shape(6, 1))), new Shape(6))),
        ["rows of a table"] = ([[4]], [[3, 17]], g => g.Map(Scalar.Tanh(A), g.Gather(P(g, 0, 3, 17), Numbers(g, In(g, 4))))),
        ["rows of a table with a padding"] = ([[40]], [[3, 33]], g => g.Gather(P(g, 0, 3, 33), Numbers(g, In(g, 40)), padding: 1)),
        ["rows of a computed table"] = ([[4]], [[35, 17]], g => g.Gather(g.Map(Scalar.Tanh(A), P(g, 0, 35, 17)), Numbers(g, In(g, 4)))),
        ["rows of a table, added up"] = ([[5]], [[3, 17]], g => g.MatMul(g.Gather(P(g, 0, 3, 17), Numbers(g, In(g, 5))), g.ScatterAdd(g.Gather(P(g, 0, 3, 17), Numbers(g, In(g, 5))), Numbers(g, In(g, 5)), 3, padding: 2), transposeRight: true)),
        ["unused parameter"] = ([[3]], [[4, 3], [3]], g => Product(g, In(g, 3), 0, 4)),
        ["output that is a parameter"] = ([[3]], [[4, 3]], g => P(g, 0, 4, 3)),
        ["gradient inside the graph"] = ([[5]], [[17, 5], [1, 17]], GradientInside),
        ["gradient by a parameter inside the graph"] = ([[5]], [[5]], GradientByParameter),
        ["reduced index"] = ([[17]], [[17, 17]], g => g.Map(A * B, In(g, 17), g.Map(A * -0.1, ReducedIndex(g, 17)))),
        ["reduced index of another width"] = ([[17]], [[33, 17]], g => g.Map(A * B, Product(g, In(g, 17), 0, 33), g.Map(A * -0.1, ReducedIndex(g, 5)))),
        ["reduced index for two"] = ([[17]], [[17, 17]], ReducedIndexForTwo),
        ["written index"] = ([[17]], [[17, 17]], g => g.Map(A + B, Product(g, g.Map(A * 0.1, g.Iota(new TensorType(true, new Shape(17)))), 0, 17), g.Map(A * B, In(g, 17), g.Map(A * 0.1, g.Iota(new TensorType(true, new Shape(17))))))),
        ["what a window sees"] = ([[5, 4, 3]], [], g => g.Patches(g.Map(A * A, In(g, 5, 4, 3)), new Window(3, 2), joined: false)),
        ["what a window sees, joined"] = ([[6, 7, 5]], [[7, 45], [7]], g => g.Add(Product(g, g.Patches(g.Map(Scalar.Tanh(A), In(g, 6, 7, 5)), new Window(3, 3, 2, 1, 1, 2), joined: true), 0, 7), P(g, 1, 7))),
        ["many channels in a window"] = ([[4, 4, 33]], [[3, 132]], g => Product(g, g.Patches(In(g, 4, 4, 33), new Window(2, 2, 2, 2), joined: true), 0, 3)),
        ["folded"] = ([[3, 2, 4]], [[27, 4]], g => g.Map(Scalar.Tanh(A), g.Fold(Product(g, In(g, 3, 2, 4), 0, 27), new Window(3, 3, 2, 2), 7, 5, joined: true))),
        ["folded, tap by tap"] = ([[3, 3, 4, 17]], [], g => g.Fold(In(g, 3, 3, 4, 17), new Window(2, 2, 1, 1, 2, 1), 5, 4, joined: false)),
        ["patches of a parameter"] = ([[2, 2, 8]], [[3, 3, 2]], g => g.Map(A * B, In(g, 2, 2, 8), g.Patches(P(g, 0, 3, 3, 2), new Window(2, 2), joined: true))),
        ["number of samples"] = ([[17]], [[17]], g => g.Map(A / B, In(g, 17), g.Map(A + B, P(g, 0, 17), g.Count()))),
        ["batch norm"] = ([[3, 17]], [[17], [17]], BatchNorm),
        ["one number"] = ([[1]], [[1, 1]], g => g.Map(Scalar.Sin(A), Product(g, In(g, 1), 0, 1))),
    };

    public static IEnumerable<string> Names => Cases.Keys;

    public static GraphNetwork Find(string name, Precision precision = Precision.Single)
    {
        var (inputs, parameters, build) = Cases[name];
        return new GraphNetwork([.. inputs.Select(dims => new Shape(dims))], [.. parameters.Select(dims => new Shape(dims))], build, precision);
    }

    private static Expr Relu(Expr x) => Scalar.Relu(x);

    private static Node In(GraphBuilder graph, params int[] dims) => graph.Input(new Shape(dims));

    private static Node P(GraphBuilder graph, int index, params int[] dims) => graph.Parameter(index, new Shape(dims), $"p{index}");

    // Whole numbers, -2 among them, of inputs around zero.
    private static Node Numbers(GraphBuilder g, Node x) => g.Map(Scalar.Floor(A * 2), x);

    private static Node Product(GraphBuilder graph, Node x, int index, int units) => graph.MatMul(x, P(graph, index, units, x.Type.Last), transposeRight: true);

    private static Node Dense(GraphBuilder graph, Node x, int index, int units) => graph.Add(Product(graph, x, index, units), P(graph, index + 1, units));

    // Reductions of what nobody gives: made by the first who needs them.
    private static Node ReducedIndex(GraphBuilder graph, int width) =>
        graph.Reduce(Reduction.Max, graph.Map(Scalar.Sin(A), graph.Iota(new TensorType(true, new Shape(width)))), Axis.Last);

    private static Node ReducedIndexForTwo(GraphBuilder graph)
    {
        var number = graph.Map(A * -0.1, ReducedIndex(graph, 17));
        var later = graph.Map(A + B, Product(graph, graph.Map(A * B, In(graph, 17), number), 0, 17), number);
        return graph.Map(A + (B * 0.5), later, graph.Reduce(Reduction.Sum, graph.Map(A * B, later, number), Axis.Last));
    }

    // The derivative of a small network by its input, trained through: second order.
    private static Node GradientInside(GraphBuilder graph)
    {
        var x = In(graph, 5);
        var y = Product(graph, graph.Map(Scalar.Tanh(A), Product(graph, x, 0, 17)), 1, 1);
        return Differentiator.Differentiate(graph, y, graph.Fill(1, y.Type), [x])[0];
    }

    // Sums over the batch that rows read again.
    private static Node GradientByParameter(GraphBuilder graph)
    {
        var (x, p) = (In(graph, 5), P(graph, 0, 5));
        var y = graph.Map(Scalar.Sin(A * B), x, p);
        return graph.Map(A * B, x, Differentiator.Differentiate(graph, y, graph.Fill(1, y.Type), [p])[0]);
    }

    private static Node BatchNorm(GraphBuilder graph)
    {
        var x = In(graph, 3, 17);
        var count = graph.Map(A * 3, graph.Count());
        var mean = graph.Map(A / B, graph.Reduce(Reduction.Sum, x, Axis.Rows), count);
        var variance = graph.Map(A / B, graph.Reduce(Reduction.Sum, graph.Map(Scalar.Square(A - B), x, mean), Axis.Rows), count);
        var factor = graph.Map(B / Scalar.Sqrt(A + 0.1), variance, P(graph, 0, 17));
        return graph.Map(((A - B) * Scalar.Variable(2)) + Scalar.Variable(3), x, mean, factor, P(graph, 1, 17));
    }

    // The first rows of the input are queries, and the others keys and values; all rows are all of them where there are no others.
    private static Node Attention(GraphBuilder graph, Node x, int queries, int heads, bool causal, int features, int values, Func<Node, Node>? mask = null)
    {
        var (rows, width) = (x.Type.Shape[0], x.Type.Last);
        var others = queries == rows ? x : graph.Slice(x, 0, queries, rows - queries);
        return graph.Attention(
            graph.Slice(graph.Slice(x, 0, 0, queries), 1, 0, features),
            graph.Map(Scalar.Tanh(A), graph.Slice(others, 1, width - features, features)),
            graph.Slice(others, 1, width - values, values), heads, causal, mask?.Invoke(x));
    }

    /// <summary>1 where a value is positive: a mask of keys [S], or [L, S] of each query.</summary>
    private static Node Seen(GraphBuilder graph, Node x)
    {
        var shown = graph.Map(Scalar.IfPositive(A, Scalar.Constant(1), Scalar.Constant(0)), x);
        return x.Type.Last == 1 ? graph.Reshape(shown, new Shape(x.Type.Shape[0])) : shown;
    }

    private static Node AttentionGradient(GraphBuilder graph)
    {
        var x = In(graph, 4, 6);
        var q = Product(graph, x, 0, 6);
        var y = graph.Map(Scalar.Sin(A), graph.Attention(q, x, graph.Map(A * A, x), 2, causal: true));
        return graph.Map(A + (B * 0.5), y, Differentiator.Differentiate(graph, y, graph.Fill(1, y.Type), [x])[0]);
    }

    private static Node Attention(GraphBuilder graph)
    {
        var x = In(graph, 5, 8);
        Node Heads(int index) => graph.Transpose(graph.Reshape(Product(graph, x, index, 8), new Shape(5, 2, 4)), 1, 0, 2);
        var scores = graph.Map(A * 0.5, graph.BatchMatMul(Heads(0), graph.TransposeLast(Heads(1))));
        var power = graph.Map(Scalar.Exp(A - B), scores, graph.Reduce(Reduction.Max, scores, Axis.Last));
        var weights = graph.Map(A / B, power, graph.Reduce(Reduction.Sum, power, Axis.Last));
        return graph.Reshape(graph.Transpose(graph.BatchMatMul(weights, Heads(2)), 1, 0, 2), new Shape(5, 8));
    }
}
