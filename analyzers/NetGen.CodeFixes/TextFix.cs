using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes;

/// <summary>A fix that is a change of text for each diagnostic by itself; of a whole file at once, too.</summary>
public abstract class TextFix : CodeFixProvider
{
    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && Fix(root, diagnostic) is { Title: var title })
            {
                context.RegisterCodeFix(
                    CodeAction.Create(title, cancellation => FixAsync(context.Document, [diagnostic], cancellation), equivalenceKey: GetType().Name + diagnostic.Id),
                    diagnostic);
            }
        }
    }

    /// <summary>What the fix says that it does, and the change; null where it can do nothing.</summary>
    protected abstract (string Title, TextChange Change)? Fix(SyntaxNode root, Diagnostic diagnostic);

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        if (root is null)
        {
            return document;
        }

        // Two changes of one place cannot both be made; the second comes with the next diagnostic.
        var changes = new List<TextChange>();
        foreach (var change in diagnostics.Select(diagnostic => Fix(root, diagnostic)?.Change).OfType<TextChange>().OrderBy(change => change.Span.Start))
        {
            if (changes.Count == 0 || change.Span.Start > changes[changes.Count - 1].Span.End || (change.Span.Start == changes[changes.Count - 1].Span.End && change.Span.Length > 0))
            {
                changes.Add(change);
            }
        }

        return document.WithText(text.WithChanges(changes));
    }
}
