using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;
using NetGen.Runtime;

namespace NetGen.Compiler.Tests.Execution;

/// <summary>Updates of parameters in whatever place, and what the runtime promises of every network.</summary>
public sealed class StepTests
{
    /// <summary>More values than are updated at once, so that blocks are handed to the optimizer one by one.</summary>
    private const int Large = 80;

    [Theory]
    [InlineData("x W")]
    [InlineData("shared weights")]
    [InlineData("three axes")]
    [InlineData("number")]
    [InlineData("product by a computed matrix")]
    public void Step_does_what_the_gradient_says(string name)
    {
        var network = GraphCases.Find(name, Precision.Double);
        var compiled = CompiledNetwork<double>.Of(network.Plan());
        compiled.Use(InstructionSets.All[0]);
        new GraphRun<double>(network, compiled.Core, 5, name).CheckStep(1e-9);
    }

    [Fact]
    public void Step_updates_large_weights_in_every_place_block_by_block()
    {
        var network = new GraphNetwork([new Shape(Large)], [new Shape(Large, Large), new Shape(Large, Large), new Shape(2, Large, Large)], graph =>
        {
            var (x, shared) = (graph.Input(new Shape(Large)), graph.Parameter(0, new Shape(Large, Large), "p0"));
            var hidden = graph.Map(Scalar.Tanh(Scalar.X), graph.MatMul(x, shared));
            var again = graph.Map(Scalar.Tanh(Scalar.X), graph.MatMul(graph.MatMul(hidden, shared, transposeRight: true), graph.Parameter(1, new Shape(Large, Large), "p1")));
            var stacked = graph.BatchMatMul(graph.Reshape(again, new Shape(1, 1, Large)), graph.Parameter(2, new Shape(2, Large, Large), "p2"));
            return graph.Reduce(Reduction.Sum, stacked, 0);
        }, Precision.Double);
        var compiled = CompiledNetwork<double>.Of(network.Plan());
        foreach (var set in InstructionSets.All)
        {
            compiled.Use(set);
            new GraphRun<double>(network, compiled.Core, 33, set.ToString()).CheckStep(1e-9);
        }
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        var network = new GraphNetwork([new Shape(6, Large)], [new Shape(Large, Large), new Shape(6, 1)], graph =>
        {
            var (x, weight) = (graph.Input(new Shape(6, Large)), graph.Parameter(0, new Shape(Large, Large), "p0"));
            var hidden = graph.Map(Scalar.Tanh(Scalar.Variable(0) * Scalar.Variable(1)), graph.MatMul(x, weight), graph.Parameter(1, new Shape(6, 1), "p1"));
            return graph.BatchMatMul(graph.TransposeLast(graph.MatMul(hidden, weight)), hidden);
        });
        var compiled = CompiledNetwork<float>.Of(network.Plan());
        compiled.Use(InstructionSets.All[0]);
        var random = new Random(1);
        float[] inputs = [.. Enumerable.Range(0, 64 * 6 * Large).Select(_ => random.NextSingle() - 0.5f)];
        float[] targets = [.. Enumerable.Range(0, 64 * Large * Large).Select(_ => random.NextSingle())];
        var threads = WorkerPool.MaxThreads;
        try
        {
            var results = new[] { 1, 2, 5 }.Select(count =>
            {
                WorkerPool.MaxThreads = count;
                var gradients = new float[compiled.Core.Storage.Parameters.Length];
                compiled.Core.Gradient<float>(inputs, targets, [], gradients, []);
                return gradients;
            }).ToList();
            Assert.All(results, gradients => Assert.Equal(results[0], gradients));
        }
        finally
        {
            WorkerPool.MaxThreads = threads;
        }
    }
}
