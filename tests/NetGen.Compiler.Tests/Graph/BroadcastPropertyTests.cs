using FsCheck;
using FsCheck.Fluent;
using NetGen.Compiler.Differentiation;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;
using NetGen.Compiler.Tests.Reference;

namespace NetGen.Compiler.Tests.Graph;

/// <summary>Maps of two arguments of every permitted pair of shapes: the result has the wider shape, the gradients have those of the arguments.</summary>
public sealed class BroadcastPropertyTests
{
    private enum Kind
    {
        Full,
        NumberPerRow,
        Vector,
        Number,
    }

    private static Gen<(int Rank, int Rows, int Width, Kind Left, Kind Right, int Seed)> Pairs { get; } =
        from rank in Gen.Choose(1, 2)
        from rows in Gen.Choose(1, 4)
        from width in Gen.Choose(1, 6)
        from left in Gen.Elements(Enum.GetValues<Kind>())
        from right in Gen.Elements(Enum.GetValues<Kind>())
        from seed in Gen.Choose(0, 1000)
        select (rank, rows, width, left, right, seed);

    [Fact]
    public void Map_takes_the_wider_shape_and_gradients_the_shapes_of_the_arguments() => Prop.ForAll(Pairs.ToArbitrary(), pair =>
    {
        var graph = new GraphBuilder();
        var full = new TensorType(true, pair.Rank == 1 ? new Shape(pair.Width) : new Shape(pair.Rows, pair.Width));
        var (x, y) = (Leaf(graph, pair.Left, full, 0), Leaf(graph, pair.Right, full, 1));

        var sum = graph.Map((Scalar.Variable(0) * Scalar.Variable(1)) + (Scalar.Variable(1) * Scalar.Variable(1)), x, y);

        Assert.Equal(x.Type.Batched || y.Type.Batched, sum.Type.Batched);
        Assert.Equal(Math.Max(x.Type.Last, y.Type.Last), sum.Type.Last);
        var weights = sum.Type.Batched ? graph.RandomMask(sum.Type, 0.5, 7) : graph.Parameter(7, sum.Type.Shape, "weights");
        var gradients = Differentiator.Differentiate(graph, sum, weights, [x, y]);
        GraphVerifier.Verify(new TensorProgram("test", graph.Nodes, []));
        Assert.Equal([x.Type, y.Type], gradients.Select(gradient => gradient.Type));

        var givens = new Givens(2, pair.Seed);
        var computed = new Interpreter(2, givens.Of);
        foreach (var (source, gradient) in new[] { x, y }.Zip(gradients))
        {
            var expected = NumericGradient.Of(givens.Of(source), () =>
            {
                var moved = new Interpreter(2, givens.Of);
                return moved[weights].Dot(moved[sum]);
            });
            NumericGradient.AssertClose(expected, computed[gradient], 1e-8, $"{pair}");
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static Node Leaf(GraphBuilder graph, Kind kind, TensorType full, int index) => kind switch
    {
        Kind.Full => graph.RandomMask(full, 0.5, index),
        Kind.NumberPerRow => graph.RandomMask(full.WithLast(1), 0.5, 10 + index),
        Kind.Vector => graph.Parameter(index, new Shape(full.Last), "vector"),
        _ => graph.Parameter(20 + index, new Shape(1), "number"),
    };
}
