using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace NetGen.Testing;

/// <summary>Applies a code fix to a text and compares the outcome; the outcome must be free of the diagnostic.</summary>
public static class CodeFixTest
{
    /// <summary>Applies the fix of the first diagnostic that it can fix.</summary>
    /// <param name="before">The text.</param>
    /// <param name="after">What the fix makes of it.</param>
    /// <param name="withGenerated">Whether the text calls what the generator adds to it.</param>
    public static async Task VerifyAsync<TFix>(string before, string after, bool withGenerated = false)
        where TFix : CodeFixProvider, new()
    {
        var fix = new TFix();
        var (document, diagnostics) = await PrepareAsync(before, fix, withGenerated);
        var actions = await ActionsAsync(fix, document, diagnostics[0]);
        Assert.NotEmpty(actions);
        await CompareAsync(document, actions[0], fix, after);
    }

    /// <summary>Applies the fix to the whole document at once.</summary>
    public static async Task VerifyAllAsync<TFix>(string before, string after)
        where TFix : CodeFixProvider, new()
    {
        var fix = new TFix();
        var (document, diagnostics) = await PrepareAsync(before, fix);
        var key = (await ActionsAsync(fix, document, diagnostics[0]))[0].EquivalenceKey;
        var context = new FixAllContext(
            document, fix, FixAllScope.Document, key, fix.FixableDiagnosticIds, new Known(diagnostics), CancellationToken.None);
        var action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(action);
        await CompareAsync(document, action, fix, after);
    }

    private static async Task<(Document Document, ImmutableArray<Diagnostic> Diagnostics)> PrepareAsync(string before, CodeFixProvider fix, bool withGenerated = false)
    {
        // The adhoc workspace roots the project for as long as the document is used.
        var project = new AdhocWorkspace()
            .AddProject("Consumer", LanguageNames.CSharp)
            .WithCompilationOptions(TestCompilation.Options)
            .WithParseOptions(TestCompilation.ParseOptions)
            .WithMetadataReferences(TestCompilation.References);
        foreach (var file in withGenerated ? GeneratorHarness.Run(before).Files : new Dictionary<string, string>())
        {
            project = project.AddDocument(file.Key, file.Value, filePath: file.Key).Project;
        }

        var document = project.AddDocument("File0.cs", before);
        var diagnostics = await FixableAsync(document, fix);
        Assert.NotEmpty(diagnostics);
        return (document, diagnostics);
    }

    private static async Task<ImmutableArray<Diagnostic>> FixableAsync(Document document, CodeFixProvider fix)
    {
        var compilation = (Microsoft.CodeAnalysis.CSharp.CSharpCompilation?)await document.Project.GetCompilationAsync();
        var found = await AnalyzerTest.DiagnosticsAsync(compilation!);
        return [.. found.Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id)).OrderBy(diagnostic => diagnostic.Location.SourceSpan)];
    }

    private static async Task<List<CodeAction>> ActionsAsync(CodeFixProvider fix, Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task CompareAsync(Document document, CodeAction action, CodeFixProvider fix, string after)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        var text = (await changed.GetTextAsync()).ToString();
        if (text != after)
        {
            Assert.Fail(TextDifference.Between(after, text));
        }

        Assert.Empty(await FixableAsync(changed, fix));
        Assert.Empty(await ErrorsAsync(changed, document));
    }

    /// <summary>Errors of C# that the text did not have before.</summary>
    private static async Task<IEnumerable<string>> ErrorsAsync(Document after, Document before)
    {
        var old = (await before.Project.GetCompilationAsync())!.GetDiagnostics().Select(diagnostic => diagnostic.GetMessage(null)).ToHashSet();
        return (await after.Project.GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.GetMessage(null)).Where(message => !old.Contains(message));
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
