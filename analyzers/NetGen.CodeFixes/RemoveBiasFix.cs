using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>NG3003: writes <c>Bias = false</c> into the attribute of a layer whose bias a batch norm takes away again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveBiasFix)), Shared]
public sealed class RemoveBiasFix : CodeFixProvider
{
    private const string Property = "Bias";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [TrainingDiagnostics.UselessBias.Id];

    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(static async (context, document, diagnostics) =>
            await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (AttributeAt(root, diagnostic) is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Remove the bias; the batch norm takes it away",
                        cancellation => FixAsync(context.Document, [diagnostic], cancellation),
                        equivalenceKey: nameof(RemoveBiasFix)),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var changes = diagnostics
            .Select(diagnostic => AttributeAt(root, diagnostic))
            .OfType<AttributeSyntax>()
            .Distinct()
            .Select(Change)
            .OrderBy(change => change.Span.Start);
        return document.WithText(text.WithChanges(changes));
    }

    private static TextChange Change(AttributeSyntax attribute)
    {
        var arguments = attribute.ArgumentList!.Arguments;
        return arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == Property) is { } written
            ? new TextChange(written.Expression.Span, "false")
            : new TextChange(new TextSpan(arguments.Last().Span.End, 0), $", {Property} = false");
    }

    /// <summary>The layer; not a block of another project, where the layer is: blocks have no bias, and their arguments are numbers for holes.</summary>
    private static AttributeSyntax? AttributeAt(SyntaxNode? root, Diagnostic diagnostic) =>
        root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { ArgumentList.Arguments.Count: > 0 } attribute
            && !attribute.Name.DescendantNodesAndSelf().Any(name => name is GenericNameSyntax)
            ? attribute
            : null;
}
