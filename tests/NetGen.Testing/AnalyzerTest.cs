using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NetGen.Analyzers;
using Xunit;

namespace NetGen.Testing;

/// <summary>
/// Runs all analyzers over a text and compares what they report with the marks in it: exactly these ids at exactly these places.
/// What speaks on every layer (NG9001), or on every training (NG4003), counts only where the text expects it.
/// </summary>
public static class AnalyzerTest
{
    private const string LayerShape = "NG9001";

    private static readonly string[] s_talkative = [LayerShape, "NG4003"];

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        new DeclarationAnalyzer(),
        new ShapeAnalyzer(),
        new ActivationAndLossAnalyzer(),
        new TrainingAnalyzer(),
        new SettingsAnalyzer(),
        new SequenceAnalyzer(),
        new DeploymentAnalyzer(),
        new WeightsAnalyzer(),
        new LayerShapeAnalyzer(),
    ];

    /// <summary>Checks one file; returns what was found, for assertions about messages.</summary>
    /// <param name="markup">The file.</param>
    /// <param name="project">Properties of the project and lines of <c>.editorconfig</c>; null for none.</param>
    /// <param name="ignored">What counts only where the text expects it, beside what speaks everywhere.</param>
    public static Task<IReadOnlyList<Diagnostic>> VerifyAsync(string markup, IReadOnlyDictionary<string, string>? project = null, IReadOnlyList<string>? ignored = null) =>
        VerifyAsync(markup, code => TestCompilation.Create(code), [.. s_talkative, .. ignored ?? []], project);

    /// <summary>The same with what the generator adds to it: for files that call what their networks get.</summary>
    /// <param name="markup">The file.</param>
    /// <param name="ignored">What counts only where the text expects it; null for what speaks everywhere.</param>
    public static Task<IReadOnlyList<Diagnostic>> VerifyWithGeneratedAsync(string markup, IReadOnlyList<string>? ignored = null) => VerifyAsync(
        markup,
        code =>
        {
            var harness = GeneratorHarness.Run(code);
            harness.CompilesWithoutWarnings();
            return harness.Output;
        },
        ignored is null ? s_talkative : [LayerShape, .. ignored],
        project: null);

    private static async Task<IReadOnlyList<Diagnostic>> VerifyAsync(string markup, Func<string, CSharpCompilation> compile, IReadOnlyList<string> ignored, IReadOnlyDictionary<string, string>? project)
    {
        var expected = Markup.Parse(markup);
        var found = await DiagnosticsAsync(compile(expected.Code), project);
        found = [.. found.Where(diagnostic => !ignored.Contains(diagnostic.Id) || expected.Findings.Any(finding => finding.Id == diagnostic.Id))];
        Compare(expected, found);
        return found;
    }

    /// <summary>Checks several files of one project, each with its own marks.</summary>
    public static async Task VerifyAsync(params string[] files)
    {
        var expected = files.Select(Markup.Parse).ToList();
        var compilation = TestCompilation.Create([.. expected.Select(markup => markup.Code)]);
        var found = await DiagnosticsAsync(compilation);
        foreach (var (markup, tree) in expected.Zip(compilation.SyntaxTrees))
        {
            Compare(markup, [.. found.Where(diagnostic => diagnostic.Location.SourceTree == tree && !s_talkative.Contains(diagnostic.Id))]);
        }
    }

    /// <summary>Checks one file in a project that has further texts, by their paths.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> VerifyAsync(string markup, params (string Path, string Text)[] texts)
    {
        var expected = Markup.Parse(markup);
        IReadOnlyList<Diagnostic> found = [.. (await DiagnosticsAsync(TestCompilation.Create(expected.Code), null, texts)).Where(diagnostic => !s_talkative.Contains(diagnostic.Id))];
        Compare(expected, found);
        return found;
    }

    public static Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(CSharpCompilation compilation, IReadOnlyDictionary<string, string>? project = null) => DiagnosticsAsync(compilation, project, []);

    /// <summary>What all analyzers say of a project that has further texts, by their paths.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(CSharpCompilation compilation, IReadOnlyDictionary<string, string>? project, IReadOnlyList<(string Path, string Text)> texts)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. texts.Select(text => new MemoryText(text.Path, text.Text))], new ProjectOptions(project ?? new Dictionary<string, string>())),
            // An analyzer that throws must fail its test, not turn into a warning.
            onAnalyzerException: static (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} threw.", exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false,
            analyzerExceptionFilter: static _ => true);
        var found = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        return found;
    }

    private static void Compare(Markup expected, IReadOnlyCollection<Diagnostic> found)
    {
        var actual = Markup.Sorted(found.Select(diagnostic => new Finding(diagnostic.Id, diagnostic.Location.SourceSpan)));
        if (!actual.SequenceEqual(expected.Findings))
        {
            Assert.Fail(TextDifference.Between(Markup.Write(expected.Code, expected.Findings), Markup.Write(expected.Code, actual))
                + "\n" + string.Join("\n", found));
        }
    }

    private sealed class MemoryText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
