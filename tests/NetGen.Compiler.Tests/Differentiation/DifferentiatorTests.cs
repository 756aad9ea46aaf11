using NetGen.Compiler.Differentiation;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;
using NetGen.Compiler.Tests.Reference;

namespace NetGen.Compiler.Tests.Differentiation;

public sealed class DifferentiatorTests
{
    private const int Batch = 3;

    public static TheoryData<string> Graphs => [.. SmallGraphs.Names];

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Gradient_of_every_primitive_agrees_with_differences(string name)
    {
        var graph = new GraphBuilder();
        var (output, sources) = SmallGraphs.Build(name, graph);
        CheckDerivatives(graph, output, sources, 11, 1e-8);
    }

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Gradient_of_a_gradient_agrees_with_differences(string name)
    {
        var graph = new GraphBuilder();
        var (output, sources) = SmallGraphs.Build(name, graph);
        var first = Differentiator.Differentiate(graph, output, Weights(graph, output.Type, 100), sources);
        for (var i = 0; i < first.Count; i++)
        {
            CheckDerivatives(graph, first[i], sources, 12 + i, 1e-7);
        }
    }

    [Fact]
    public void Source_that_the_output_does_not_reach_gets_zeros()
    {
        var graph = new GraphBuilder();
        var (used, unused) = (graph.Input(new Shape(3)), graph.Parameter(0, new Shape(2, 3), "unused"));

        var gradients = Differentiator.Differentiate(graph, graph.Multiply(used, used), used, [unused]);

        Assert.Equal(new TensorType(false, new Shape(2, 3)), gradients[0].Type);
        Assert.All(new Interpreter(1, _ => new Matrix(1, 3))[gradients[0]].Values, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Nothing_flows_back_through_a_detached_value()
    {
        var graph = new GraphBuilder();
        var x = graph.Input(new Shape(3));

        // d(x · detach(x)) is detach(x), not 2 x.
        var gradient = Differentiator.Differentiate(graph, graph.Multiply(x, graph.Detach(x)), graph.Fill(1, x.Type), [x])[0];

        var point = new Matrix(1, 3, [1, 2, 3]);
        Assert.Equal(point.Values, new Interpreter(1, _ => point)[gradient].Values);
    }

    [Fact]
    public void Added_nodes_are_marked_as_backward_and_belong_to_the_layer_of_their_cause()
    {
        var graph = new GraphBuilder { Origin = "layer" };
        var output = graph.Map(Scalar.Tanh(Scalar.X), graph.Input(new Shape(3)));
        var count = graph.Nodes.Count;
        graph.Origin = "elsewhere";

        Differentiator.Differentiate(graph, output, output, [graph.Nodes[0]]);

        Assert.NotEmpty(graph.Nodes.Skip(count));
        Assert.All(graph.Nodes.Skip(count), node => Assert.Equal(("layer", true), (node.Origin, node.Backward)));
        Assert.Equal(("elsewhere", false), (graph.Origin, graph.Backward));
    }

    /// <summary>The derivative of Σ w y, with random w, by each source.</summary>
    private static void CheckDerivatives(GraphBuilder graph, Node output, IReadOnlyList<Node> sources, int seed, double tolerance)
    {
        var weights = Weights(graph, output.Type, seed);
        var gradients = Differentiator.Differentiate(graph, output, weights, sources);
        GraphVerifier.Verify(new TensorProgram("test", graph.Nodes, []));
        var givens = new Givens(Batch, seed);
        var computed = new Interpreter(Batch, givens.Of);
        for (var i = 0; i < sources.Count; i++)
        {
            var expected = NumericGradient.Of(givens.Of(sources[i]), () =>
            {
                var moved = new Interpreter(Batch, givens.Of);
                return moved[weights].Dot(moved[output]);
            });
            NumericGradient.AssertClose(expected, computed[gradients[i]], tolerance, $"derivative of {output} by {sources[i]}");
        }
    }

    /// <summary>Any leaf serves as the seed; its name keeps its numbers apart from those of other leaves.</summary>
    private static Node Weights(GraphBuilder graph, TensorType type, int index) =>
        type.Batched ? graph.RandomMask(type, 0.5, index) : graph.Parameter(index, type.Shape, "weights");
}
