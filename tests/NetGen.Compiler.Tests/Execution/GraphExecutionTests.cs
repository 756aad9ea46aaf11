using System.Numerics;
using NetGen.Compiler.Emission.Simd.MatMul;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Tests.Reference;
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
