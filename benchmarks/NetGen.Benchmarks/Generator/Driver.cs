using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator;

namespace NetGen.Benchmarks.Generator;

/// <summary>The generator as the C# compiler and the IDE drive it: a network of 20 layers read and compiled, and what an edit elsewhere costs.</summary>
[InProcess]
public class Driver
{
    private const string Unrelated = "public static class Unrelated { public static int Value => 1; }";

    private CSharpCompilation _compilation = null!;
    private CSharpCompilation _edited = null!;
    private GeneratorDriver _driven = null!;

    [GlobalSetup]
    public void Setup()
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "NetGen.dll" or "System.Runtime.dll" or "System.Private.CoreLib.dll")
            .Select(path => MetadataReference.CreateFromFile(path));
        var unrelated = CSharpSyntaxTree.ParseText(Unrelated);
        _compilation = CSharpCompilation.Create(
            "Measured",
            [CSharpSyntaxTree.ParseText(TwentyLayers.Source), unrelated],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        _edited = _compilation.ReplaceSyntaxTree(unrelated, CSharpSyntaxTree.ParseText(Unrelated.Replace("=> 1", "=> 2", StringComparison.Ordinal)));
        _driven = NewDriver().RunGenerators(_compilation);
        Check();
    }

    /// <summary>Everything: declaration read, network compiled, files added.</summary>
    [Benchmark]
    public GeneratorDriver First() => NewDriver().RunGenerators(_compilation);

    /// <summary>A keystroke in another class.</summary>
    [Benchmark]
    public GeneratorDriver UnrelatedEdit() => _driven.RunGenerators(_edited);

    private static CSharpGeneratorDriver NewDriver() => CSharpGeneratorDriver.Create(
        [new NetworkGenerator().AsSourceGenerator()],
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>A number means nothing when the generator did nothing, or when it did everything again.</summary>
    private void Check()
    {
        if (_driven.GetRunResult() is not { GeneratedTrees.Length: > 0, Diagnostics.Length: 0 })
        {
            throw new InvalidOperationException("the generator emitted nothing for the network of 20 layers");
        }

        var outputs = _driven.RunGenerators(_edited).GetRunResult().Results.Single().TrackedOutputSteps.Values
            .SelectMany(steps => steps).SelectMany(step => step.Outputs);
        if (outputs.Any(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)))
        {
            throw new InvalidOperationException("an unrelated edit made the generator emit again");
        }
    }
}
