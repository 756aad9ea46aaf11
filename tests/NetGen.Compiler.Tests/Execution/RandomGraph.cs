using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Tests.Execution;

/// <summary>
/// A graph of random primitives over an input, three parameters, constants and indices. Values stay near one, so that compiled code and
/// its meaning can be compared number by number.
/// </summary>
internal sealed class RandomGraph
{
    private const int Largest = 300;

    private static readonly Shape[] Shapes = [new(5), new(17), new(3, 5), new(4, 1), new(2, 3, 5), new(1, 17), new(16), new(1)];
    private static readonly Expr A = Scalar.Variable(0);
    private static readonly Expr B = Scalar.Variable(1);

    private readonly Random _random;
    private readonly GraphBuilder _graph;
    private readonly List<Node> _nodes = [];

    private RandomGraph(int seed, GraphBuilder graph) => (_random, _graph) = (new Random(seed), graph);

    public static GraphNetwork Make(int seed, Precision precision)
    {
        var random = new Random(seed);
        var input = Shapes[random.Next(Shapes.Length)];
        var parameters = Enumerable.Range(0, 3).Select(_ => Shapes[random.Next(Shapes.Length)]).ToList();
        return new GraphNetwork([input], parameters, graph => new RandomGraph(seed, graph).Build(input, parameters), precision);
    }

    private Node Build(Shape input, List<Shape> parameters)
    {
        _nodes.Add(_graph.Input(input));
        _nodes.AddRange(parameters.Select((shape, index) => _graph.Parameter(index, shape, $"p{index}")));
        _nodes.Add(_graph.Fill(0.5, new TensorType(true, Any(Shapes))));
        _nodes.Add(_graph.Fill(-0.75, new TensorType(true, Any(Shapes))));
        _nodes.Add(_graph.Map(A * 0.1, _graph.Iota(new TensorType(true, Any(Shapes)))));
        for (var count = _random.Next(6, 25); count > 0;)
        {
            if (Next(Any(_nodes)) is { } node && node.Type.Shape.Count <= Largest)
            {
                _nodes.Add(node);
                count--;
            }
        }

        // Everything that fits the last value goes into the output, so that little is left out.
        return _nodes.AsEnumerable().Reverse().Aggregate((sum, node) =>
            Broadcasting.Find(sum.Type, node.Type) is { } type && type.Shape.Count <= Largest ? _graph.Map(Scalar.Tanh(A) + (B * 0.5), sum, node) : sum);
    }

    private Node? Next(Node x)
    {
        var axis = _random.Next(Math.Max(1, x.Type.Shape.Rank));
        var hasAxes = x.Type.Shape.Rank > 0;
        return _random.Next(14) switch
        {
            0 => _graph.Map(Any<Func<Expr, Expr>>([Scalar.Tanh, Scalar.Sin, Scalar.Sigmoid, value => value * 0.5, Scalar.Square])(A), x),
            1 or 2 or 3 => Both(x, Any(_nodes)),
            4 when hasAxes => _graph.Reduce(Reduction.Max, x, axis),
            5 when hasAxes => _graph.Map(A * 0.3, _graph.Reduce(Reduction.Sum, x, axis)),
            6 when hasAxes && x.Type.Shape[axis] > 1 => _graph.Slice(x, axis, 1, _random.Next(1, x.Type.Shape[axis])),
            7 when hasAxes => _graph.Pad(x, axis, _random.Next(3), _random.Next(2)),
            8 when x.Type.Shape.Rank > 1 => _graph.TransposeLast(x),
            9 => _graph.Reshape(x, new Shape((int)x.Type.Shape.Count)),
            10 when hasAxes && x.Type.Last % 2 == 0 => _graph.Reshape(x, new Shape([.. x.Type.Shape.Dims.Take(x.Type.Shape.Rank - 1), 2, x.Type.Last / 2])),
            11 => Product(x, Any(_nodes)),
            12 when hasAxes => _graph.Concat(axis, [x, _graph.Map(Scalar.Tanh(A), x)]),
            13 => _graph.Detach(x),
            _ => null,
        };
    }

    private Node? Both(Node x, Node y) => Broadcasting.Find(x.Type, y.Type) is null
        ? null
        : _graph.Map(Any<Func<Expr, Expr, Expr>>([(a, b) => a + b, (a, b) => a - b, (a, b) => a * b, (a, b) => Scalar.Tanh(a * b)])(A, B), x, y);

    private Node? Product(Node x, Node y)
    {
        if (x.Type.Shape.Rank == 0 || y.Type.Shape.Rank < 2)
        {
            return null;
        }

        var isWeight = x.Type.Batched && !y.Type.Batched && y.Type.Shape.Rank == 2;
        return isWeight && y.Type.Last == x.Type.Last ? _graph.Map(Scalar.Tanh(A), _graph.MatMul(x, y, transposeRight: true))
            : isWeight && y.Type.Shape[0] == x.Type.Last ? _graph.Map(Scalar.Tanh(A), _graph.MatMul(x, y))
            : x.Type.Shape.Rank == 2 && y.Type.Shape.Rank == 2 && y.Type.Shape[0] == x.Type.Last ? _graph.Map(Scalar.Tanh(A), _graph.BatchMatMul(x, y))
            : null;
    }

    private TItem Any<TItem>(IReadOnlyList<TItem> items) => items[_random.Next(items.Count)];
}
