using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Execution;

/// <summary>A network of a source text, compiled as in a user's project, loaded into this process and made. In double precision.</summary>
/// <param name="Predict">The outputs of a batch by the emitted kernels.</param>
/// <param name="PredictUnfused">The same by the user's <c>Forward</c>.</param>
/// <param name="Gradient">From inputs and targets, into gradients by parameters and by inputs; returns the loss.</param>
/// <param name="Parameters">The weights.</param>
internal sealed record RunnableNetwork(
    Func<double[], double[]> Predict,
    Func<double[], double[]> PredictUnfused,
    Func<double[], double[], double[], double[], double> Gradient,
    ParameterSet<double> Parameters)
{
    // Spans cannot pass through reflection.
    private const string Maker = """
        public static class Maker
        {
            public static object[] Make(ulong seed)
            {
                var net = new Net(seed);
                return
                [
                    (System.Func<double[], double[]>)(inputs => net.Predict(inputs)),
                    (System.Func<double[], double[]>)(inputs => net.PredictUnfused(inputs)),
                    (System.Func<double[], double[], double[], double[], double>)((inputs, targets, gradients, inputGradients) => net.Gradient(inputs, targets, gradients, inputGradients)),
                    net.Parameters,
                ];
            }
        }
        """;

    /// <param name="source">Declares a class <c>Net</c>, in double precision, with one input and one output.</param>
    /// <param name="seed">The seed of its weights.</param>
    public static RunnableNetwork Of(string source, ulong seed = 1)
    {
        var compilation = GeneratorHarness.Run(source).Output
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(Maker, TestCompilation.ParseOptions))
            .WithAssemblyName("Net" + Guid.NewGuid().ToString("N"))
            .WithOptions(TestCompilation.Options.WithOptimizationLevel(OptimizationLevel.Release));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        var parts = (object[])Assembly.Load(stream.ToArray()).GetType("Maker")!.GetMethod("Make")!.Invoke(null, [seed])!;
        return new(
            (Func<double[], double[]>)parts[0],
            (Func<double[], double[]>)parts[1],
            (Func<double[], double[], double[], double[], double>)parts[2],
            (ParameterSet<double>)parts[3]);
    }
}
