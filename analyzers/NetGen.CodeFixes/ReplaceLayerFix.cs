using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>NG2002, NG2004, NG3007: another layer or loss that does what was meant. Arguments stay where the other takes them too.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceLayerFix)), Shared]
public sealed class ReplaceLayerFix : TextFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [LossDiagnostics.LossWidth.Id, LossDiagnostics.LonelySoftmax.Id, TrainingDiagnostics.DropoutBeforePooling.Id];

    protected override (string Title, TextChange Change)? Fix(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan) is AttributeSyntax { Name: IdentifierNameSyntax name } attribute && Other(name.Identifier.ValueText, attribute) is { } other
            ? ($"Use {other}", new TextChange(name.Span, other))
            : null;

    private static string? Other(string name, AttributeSyntax attribute) => (name, attribute.ArgumentList?.Arguments.Count ?? 0) switch
    {
        ("SoftmaxCrossEntropy", 0) => "BinaryCrossEntropy",
        ("Softmax", 0) => "Sigmoid",
        ("Dropout", _) => "SpatialDropout",
        _ => null,
    };
}
