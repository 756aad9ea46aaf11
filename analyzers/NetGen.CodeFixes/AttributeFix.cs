using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes;

/// <summary>A fix that changes or removes the attribute that a diagnostic stands at; of a whole file at once, too.</summary>
public abstract class AttributeFix : CodeFixProvider
{
    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (AttributeAt(root, diagnostic) is { } attribute && IsFixable(attribute))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title(attribute), cancellation => FixAsync(context.Document, [diagnostic], cancellation), equivalenceKey: GetType().Name),
                    diagnostic);
            }
        }
    }

    /// <summary>What the fix says that it does.</summary>
    protected abstract string Title(AttributeSyntax attribute);

    /// <summary>Whether there is something to fix, and something left afterwards.</summary>
    protected abstract bool IsFixable(AttributeSyntax attribute);

    /// <summary>The changes of some attributes of one list.</summary>
    protected abstract IEnumerable<TextChange> Changes(SourceText text, AttributeListSyntax list, HashSet<AttributeSyntax> attributes);

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var changes = diagnostics
            .Select(diagnostic => AttributeAt(root, diagnostic))
            .OfType<AttributeSyntax>()
            .Where(IsFixable)
            .Distinct()
            .GroupBy(attribute => (AttributeListSyntax)attribute.Parent!)
            .OrderBy(group => group.Key.SpanStart)
            .SelectMany(group => Changes(text, group.Key, [.. group]));
        return document.WithText(text.WithChanges(changes));
    }

    /// <summary>The layer; not a block of another project, in which the layer is, nor an expression.</summary>
    private static AttributeSyntax? AttributeAt(SyntaxNode? root, Diagnostic diagnostic) =>
        root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
            && !attribute.Name.DescendantNodesAndSelf().Any(name => name is GenericNameSyntax)
            ? attribute
            : null;
}
