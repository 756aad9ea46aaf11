using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>NG5001: removes a field that nothing calls; of an array, of which a part is called, nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveFieldFix)), Shared]
public sealed class RemoveFieldFix : TextFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [SequenceDiagnostics.UnusedLayer.Id];

    protected override (string Title, TextChange Change)? Fix(SyntaxNode root, Diagnostic diagnostic)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<VariableDeclaratorSyntax>() is not { Parent: VariableDeclarationSyntax { Parent: FieldDeclarationSyntax field } variables } variable
            || field.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type
            || type.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable.Identifier.ValueText))
        {
            return null;
        }

        var title = $"Remove '{variable.Identifier.ValueText}'";
        var index = variables.Variables.IndexOf(variable);
        return variables.Variables.Count == 1 ? (title, new TextChange(WholeLines(field), ""))
            : index > 0 ? (title, new TextChange(TextSpan.FromBounds(variables.Variables[index - 1].Span.End, variable.Span.End), ""))
            : (title, new TextChange(TextSpan.FromBounds(variable.SpanStart, variables.Variables[1].SpanStart), ""));
    }

    /// <summary>The lines of a field, with the comments that belong to it; or the field alone where something else stands in them.</summary>
    private static TextSpan WholeLines(SyntaxNode field)
    {
        var text = field.SyntaxTree.GetText();
        var (first, last) = (text.Lines.GetLineFromPosition(field.SpanStart), text.Lines.GetLineFromPosition(field.Span.End));
        var after = text.ToString(TextSpan.FromBounds(field.Span.End, last.End)).Trim();
        if (!string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(first.Start, field.SpanStart))) || (after.Length > 0 && !IsComment(after)))
        {
            return field.Span;
        }

        // Lines of comment right above, without an empty line between, speak of the field.
        while (first.LineNumber > 0 && text.Lines[first.LineNumber - 1] is var above && above.Start >= field.FullSpan.Start && IsComment(above.ToString().Trim()))
        {
            first = above;
        }

        return TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);
    }

    private static bool IsComment(string line) => line.StartsWith("//", StringComparison.Ordinal);
}
