using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>NG5003: makes an attention causal, a layer or a call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeCausalFix)), Shared]
public sealed class MakeCausalFix : TextFix
{
    private const string Title = "See earlier positions alone";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [SequenceDiagnostics.SeesLaterPositions.Id];

    protected override (string Title, TextChange Change)? Fix(SyntaxNode root, Diagnostic diagnostic) => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) switch
    {
        AttributeSyntax { Name: IdentifierNameSyntax, ArgumentList.Arguments: { Count: > 0 } arguments } => (Title, arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Causal") is { } written
            ? new TextChange(written.Expression.Span, "true")
            : new TextChange(new TextSpan(arguments[arguments.Count - 1].Span.End, 0), ", Causal = true")),
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 and < 5 } arguments } => (Title, arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "causal") is { } written
            ? new TextChange(written.Expression.Span, "true")
            : new TextChange(new TextSpan(arguments[arguments.Count - 1].Span.End, 0), ", causal: true")),
        _ => null,
    };
}
