using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Tests.Differentiation;

/// <summary>One small graph per primitive and way of broadcasting, smooth wherever numbers are drawn.</summary>
internal static class SmallGraphs
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "product", "transposed product", "product of batches", "map", "map of a vector", "map of a number per row", "map of one number", "map of repeated arguments",
        "sum of a row", "sum of the batch", "maximum", "reshape", "shared value", "mean and variance", "softmax",
    ];

    public static (Node Output, IReadOnlyList<Node> Sources) Build(string name, GraphBuilder graph)
    {
        Expr a = Scalar.Variable(0), b = Scalar.Variable(1), c = Scalar.Variable(2);
        var x = graph.Input(new Shape(2, 3));
        var matrix = graph.Parameter(0, new Shape(3, 4), "matrix");
        var transposed = graph.Parameter(1, new Shape(4, 3), "transposed");
        var vector = graph.Parameter(2, new Shape(3), "vector");
        var number = graph.Parameter(3, new Shape(1), "number");
        Node Squared(Node node) => graph.Map(a * a, node);
        return name switch
        {
            "product" => (Squared(graph.MatMul(x, matrix)), [x, matrix]),
            "transposed product" => (Squared(graph.MatMul(x, transposed, transposeRight: true)), [x, transposed]),
            "product of batches" => (graph.MatMul(Squared(x), graph.MatMul(x, matrix), transposeLeft: true), [x, matrix]),
            "map" => (graph.Map(Scalar.Tanh(a) * Scalar.Exp(a), x), [x]),
            "map of a vector" => (graph.Map((a * b) + (b * b * a), x, vector), [x, vector]),
            "map of a number per row" => (graph.Map(a * b * b, x, graph.Reduce(Reduction.Sum, Squared(x), Axis.Last)), [x]),
            "map of one number" => (graph.Map(Scalar.Sigmoid(a * b) * c, x, number, vector), [x, number, vector]),
            "map of repeated arguments" => (graph.Map((a * b) + c, x, x, vector), [x, vector]),
            "sum of a row" => (Squared(graph.Reduce(Reduction.Sum, Squared(x), Axis.Last)), [x]),
            "sum of the batch" => (graph.Reduce(Reduction.Sum, graph.Map(a * a * b, x, vector), Axis.Rows), [x, vector]),
            "maximum" => (Squared(graph.Reduce(Reduction.Max, Squared(x), Axis.Last)), [x]),
            "reshape" => (graph.Map(a * a * b, graph.Reshape(x, new Shape(3, 2)), graph.Constant(2, 3)), [x]),
            "shared value" => (graph.Map(a * b * c, Squared(x), graph.Map(Scalar.Sin(a), Squared(x)), x), [x]),
            "mean and variance" => (Normalised(graph, x), [x]),
            "softmax" => (Layers(graph, x), [x]),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such graph"),
        };
    }

    private static Node Normalised(GraphBuilder graph, Node x)
    {
        var share = Scalar.X * Scalar.Constant(1.0 / x.Type.Last);
        var centred = graph.Subtract(x, graph.Map(share, graph.Reduce(Reduction.Sum, x, Axis.Last)));
        var variance = graph.Map(share, graph.Reduce(Reduction.Sum, graph.Map(Scalar.Square(Scalar.X), centred), Axis.Last));
        return graph.Map(Scalar.Variable(0) / Scalar.Sqrt(Scalar.Variable(1) + 0.1), centred, variance);
    }

    private static Node Layers(GraphBuilder graph, Node x)
    {
        var power = graph.Map(Scalar.Exp(Scalar.X), graph.Subtract(x, graph.Detach(graph.Reduce(Reduction.Max, x, Axis.Last))));
        return graph.Map(Scalar.Variable(0) / Scalar.Variable(1), power, graph.Reduce(Reduction.Sum, power, Axis.Last));
    }
}
