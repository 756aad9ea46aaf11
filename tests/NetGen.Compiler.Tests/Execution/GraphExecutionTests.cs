using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using NetGen.Compiler.Emission.Simd.MatMul;
using NetGen.Runtime;

namespace NetGen.Compiler.Tests.Execution;

/// <summary>Compiled graphs against the naive interpreter: prediction, loss, gradients by parameters and inputs.</summary>
public sealed class GraphExecutionTests
{
    public static TheoryData<string> Names => [.. GraphCases.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Compiled_graph_in_single_precision_agrees_with_its_meaning(string name) => Check<float>(GraphCases.Find(name), 2e-4);

    [Theory]
    [MemberData(nameof(Names))]
    public void Compiled_graph_in_double_precision_agrees_with_its_meaning(string name) => Check<double>(GraphCases.Find(name, Precision.Double), 1e-9);

    /// <summary>Some random graphs; the environment variable <c>NETGEN_FUZZ</c> says how many, if others are wanted.</summary>
    [Fact]
    public void Random_graphs_agree_with_their_meaning()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("NETGEN_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 20;
        var failures = new ConcurrentQueue<string>();
        Parallel.For(0, count, seed =>
        {
            try
            {
                Check<double>(RandomGraph.Make(seed, Precision.Double), 1e-9);
            }
            catch (Exception exception)
            {
                failures.Enqueue($"seed {seed}: {exception}");
            }
        });
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
    }

    private static void Check<T>(GraphNetwork network, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var compiled = CompiledNetwork<T>.Of(network.Plan());
        foreach (var set in InstructionSets.All)
        {
            compiled.Use(set);
            foreach (var batch in new[] { 1, 2, 5, 33 })
            {
                new GraphRun<T>(network, compiled.Core, batch, $"{set}, batch {batch}").Check(tolerance);
            }
        }
    }
}
