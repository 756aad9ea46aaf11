using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>NG3009, NG4003, NG4004: writes a setting that is missing into the initializer of the options or the optimizer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddSettingFix)), Shared]
public sealed class AddSettingFix : TextFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [TrainingDiagnostics.DecayedBiases.Id, SettingsDiagnostics.Seed.Id, SettingsDiagnostics.NoClipping.Id];

    protected override (string Title, TextChange Change)? Fix(SyntaxNode root, Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(SettingsDiagnostics.Setting, out var setting) && setting is not null
        && root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is { } creation
            ? ($"Write {setting}", Change(creation, setting))
            : null;

    private static TextChange Change(BaseObjectCreationExpressionSyntax creation, string setting)
    {
        if (creation.Initializer is not { } initializer)
        {
            // Parentheses without anything in them are left out, as people do; new() needs them.
            return creation is ObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: 0 } empty } written
                ? new TextChange(TextSpan.FromBounds(written.Type.Span.End, empty.Span.End), $" {{ {setting} }}")
                : new TextChange(new TextSpan(creation.Span.End, 0), $" {{ {setting} }}");
        }

        if (initializer.Expressions.Count == 0)
        {
            return new TextChange(new TextSpan(initializer.OpenBraceToken.Span.End, 0), " " + setting);
        }

        var last = initializer.Expressions[initializer.Expressions.Count - 1];
        var isClosed = initializer.Expressions.SeparatorCount == initializer.Expressions.Count;
        var before = isClosed ? initializer.Expressions.GetSeparator(initializer.Expressions.Count - 1) : last.GetLastToken();

        // A comment behind the last setting stays with it: the comma goes before the comment, the new setting behind.
        var comment = before.TrailingTrivia.LastOrDefault(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);
        var kept = TextSpan.FromBounds(before.Span.End, comment.IsKind(SyntaxKind.None) ? before.Span.End : comment.Span.End);
        return new TextChange(kept, (isClosed ? "" : ",") + last.SyntaxTree.GetText().ToString(kept) + Gap(last, comment.IsKind(SyntaxKind.SingleLineCommentTrivia)) + setting + (isClosed ? "," : ""));
    }

    /// <summary>What stands before the last setting: a space, or a new line and its indentation; where a line has to end, a new line in any case.</summary>
    private static string Gap(SyntaxNode setting, bool endsLine)
    {
        var text = setting.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(setting.SpanStart);
        var before = text.ToString(TextSpan.FromBounds(line.Start, setting.SpanStart));
        var isFirst = string.IsNullOrWhiteSpace(before);
        return isFirst || endsLine ? (line.EndIncludingLineBreak - line.End == 2 ? "\r\n" : "\n") + (isFirst ? before : new string(' ', before.Length)) : " ";
    }
}
