using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>NG2001: removes the activation that the loss applies itself.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveActivationFix)), Shared]
public sealed class RemoveActivationFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [LossDiagnostics.DoubledLink.Id];

    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(static async (context, document, diagnostics) =>
            await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (AttributeAt(root, diagnostic) is { } attribute)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Remove {attribute.Name}; the loss applies it",
                        cancellation => FixAsync(context.Document, [diagnostic], cancellation),
                        equivalenceKey: nameof(RemoveActivationFix)),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> FixAsync(
        Document document,
        ImmutableArray<Diagnostic> diagnostics,
        CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var changes = diagnostics
            .Select(diagnostic => AttributeAt(root, diagnostic))
            .OfType<AttributeSyntax>()
            .Distinct()
            .GroupBy(attribute => (AttributeListSyntax)attribute.Parent!)
            .OrderBy(group => group.Key.SpanStart)
            .SelectMany(group => AttributeRemoval.Changes(text, group.Key, [.. group]));
        return document.WithText(text.WithChanges(changes));
    }

    private static AttributeSyntax? AttributeAt(SyntaxNode? root, Diagnostic diagnostic) =>
        root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>();
}
