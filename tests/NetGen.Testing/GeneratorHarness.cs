using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator;
using Xunit;

namespace NetGen.Testing;

/// <summary>
/// Runs the generator over source texts. <see cref="Verify"/> holds it to everything a generator owes its users; the single checks are
/// there for tests about one of them.
/// </summary>
public sealed class GeneratorHarness
{
    private readonly CSharpCompilation _compilation;
    private readonly GeneratorDriver _driver;

    private GeneratorHarness(CSharpCompilation compilation, AnalyzerConfigOptionsProvider? options = null)
    {
        _compilation = compilation;
        _driver = CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()],
            parseOptions: TestCompilation.ParseOptions,
            optionsProvider: options,
            driverOptions: new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true))
            .RunGenerators(compilation);
        Assert.Null(Result.Exception);
        Assert.Empty(Result.Diagnostics);
    }

    /// <summary>The emitted files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files =>
        Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The user's project with the emitted files.</summary>
    public CSharpCompilation Output => _compilation.AddSyntaxTrees(Result.GeneratedSources.Select(source => source.SyntaxTree));

    private GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>Runs once; fails if the generator throws or reports anything.</summary>
    public static GeneratorHarness Run(params string[] sources) => new(TestCompilation.Create(sources));

    /// <summary>The same in a project that references an assembly named ILGPU, which is empty: what comes of it is there, and does not compile.</summary>
    public static GeneratorHarness RunForDevices(params string[] sources) => new(TestCompilation.Create(sources).AddReferences(
        CSharpCompilation.Create("ILGPU", options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference()));

    /// <summary>The same in a project whose file sets a property that generators see.</summary>
    public static GeneratorHarness RunWithProperty(string property, string value, params string[] sources) => new(TestCompilation.Create(sources), new ProjectOptions(new Dictionary<string, string> { [property] = value }));

    /// <summary>Everything at once: it compiles, it is incremental, it leaks nothing.</summary>
    public static GeneratorHarness Verify(params string[] sources)
    {
        var harness = Run(sources);
        harness.CompilesWithoutWarnings();
        harness.SecondRunIsCached();
        harness.UnrelatedEditChangesNothing();
        harness.LeaksNothing();
        return harness;
    }

    /// <summary>Errors, and warnings in emitted files with the lines they are about. All warnings are on, documentation included; those in the test's own text do not count.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            var own = _compilation.SyntaxTrees.ToHashSet();
            return
            [
                .. Output.GetDiagnostics()
                    .Where(found => found.Severity == DiagnosticSeverity.Error || (found.Severity == DiagnosticSeverity.Warning && !(found.Location.SourceTree is { } tree && own.Contains(tree))))
                    .Select(found => found + "\n" + found.Location.SourceTree?.GetText().Lines[found.Location.GetLineSpan().StartLinePosition.Line]),
            ];
        }
    }

    public void CompilesWithoutWarnings() => Assert.Empty(Complaints);

    public void SecondRunIsCached() => AssertReasons(_compilation, IncrementalStepRunReason.Cached);

    /// <summary>Somebody adds a file that has nothing to do with any network.</summary>
    public void UnrelatedEditChangesNothing() => AssertReasons(
        _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("internal static class Elsewhere;", TestCompilation.ParseOptions, "Elsewhere.cs")),
        IncrementalStepRunReason.Unchanged);

    /// <summary>Nothing that the pipeline remembers holds on to a compilation.</summary>
    public void LeaksNothing()
    {
        foreach (var (value, _) in Declarations(Result).SelectMany(step => step.Outputs))
        {
            ObjectGraph.AssertFreeOfRoslyn(value);
        }
    }

    private void AssertReasons(CSharpCompilation compilation, IncrementalStepRunReason weakest)
    {
        var result = _driver.RunGenerators(compilation).GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        var specs = Reasons([.. Declarations(result)]);
        Assert.All(specs, reason => Assert.True(
            reason == IncrementalStepRunReason.Cached || reason == weakest, $"the declaration was read again: {reason}"));
        var outputs = Reasons([.. result.TrackedOutputSteps.Values.SelectMany(steps => steps)]);
        Assert.All(outputs, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static IEnumerable<IncrementalGeneratorRunStep> Declarations(GeneratorRunResult result) =>
        new[] { NetworkGenerator.SpecStep, NetworkGenerator.BlockStep }
            .Where(result.TrackedSteps.ContainsKey)
            .SelectMany(name => result.TrackedSteps[name]);

    private static IEnumerable<IncrementalStepRunReason> Reasons(ImmutableArray<IncrementalGeneratorRunStep> steps) =>
        steps.SelectMany(step => step.Outputs).Select(output => output.Reason);
}
