using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Analyzers;

namespace NetGen.Benchmarks.Analyzers;

/// <summary>
/// All analyzers over a file with ten networks, as an editor runs them: on a compilation that is new with each keystroke. No generator is run, and nothing of one is there. The goal is 10 ms.
/// </summary>
[InProcess]
public class Review
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        new DeclarationAnalyzer(), new ShapeAnalyzer(), new ActivationAndLossAnalyzer(), new TrainingAnalyzer(), new SettingsAnalyzer(), new SequenceAnalyzer(), new DeploymentAnalyzer(), new LayerShapeAnalyzer(), new WeightsAnalyzer(),
    ];

    private CSharpCompilation _compilation = null!;
    private int _width = 100;

    [GlobalSetup]
    public void Setup()
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "NetGen.dll" or "System.Runtime.dll" or "System.Private.CoreLib.dll")
            .Select(path => MetadataReference.CreateFromFile(path));
        _compilation = CSharpCompilation.Create("Measured", [CSharpSyntaxTree.ParseText(TenNetworks.Source(_width))], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        // A number means nothing when the analyzers did nothing.
        if (Analyze(_compilation) is not { Length: > 30 } found || found.Any(diagnostic => diagnostic.Id != "NG9001"))
        {
            throw new InvalidOperationException("the ten networks are not what they should be: " + string.Join(", ", Analyze(_compilation).Where(diagnostic => diagnostic.Id != "NG9001").Take(3)));
        }
    }

    /// <summary>The same text in a new compilation: a keystroke elsewhere.</summary>
    [Benchmark]
    public int SameNetworks() => Analyze(_compilation.Clone()).Length;

    /// <summary>A keystroke in one of the networks.</summary>
    [Benchmark(Baseline = true)]
    public int OneNetworkEdited() => Analyze(_compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText(TenNetworks.Source(++_width)))).Length;

    private static ImmutableArray<Diagnostic> Analyze(CSharpCompilation compilation) => compilation.WithAnalyzers(s_analyzers).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
}
