using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>NG0001: adds the modifier <c>partial</c> to the class and to every type around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPartialFix)), Shared]
public sealed class AddPartialFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DeclarationDiagnostics.NotPartial.Id];

    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(static async (context, document, diagnostics) =>
            await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(
            CodeAction.Create(
                "Make the network partial",
                cancellation => FixAsync(context.Document, context.Diagnostics, cancellation),
                equivalenceKey: nameof(AddPartialFix)),
            context.Diagnostics);
        return Task.CompletedTask;
    }

    private static async Task<Document> FixAsync(
        Document document,
        ImmutableArray<Diagnostic> diagnostics,
        CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        if (root is null)
        {
            return document;
        }

        // Networks in one outer class ask for the same modifier; the set asks once.
        var positions = new SortedSet<int>();
        foreach (var diagnostic in diagnostics)
        {
            var types = root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>() ?? [];
            foreach (var type in types.Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)))
            {
                // The language wants partial right before the keyword of the type.
                positions.Add(type.Keyword.SpanStart);
            }
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(positions.Select(position => new TextChange(new TextSpan(position, 0), "partial "))));
    }
}
