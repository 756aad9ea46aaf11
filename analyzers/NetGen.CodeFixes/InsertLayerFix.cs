using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>NG1002, NG1006, NG2007: puts the layer that is missing before the one that misses it: <c>Flatten</c>, a projection, an activation.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InsertLayerFix)), Shared]
public sealed class InsertLayerFix : TextFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ShapeDiagnostics.WrongRank.Id, ShapeDiagnostics.ResidualMismatch.Id, LossDiagnostics.LinearAfterLinear.Id];

    protected override (string Title, TextChange Change)? Fix(SyntaxNode root, Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(NetworkAnalyzer.Cure, out var layer) && layer is not null
        && root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
            ? ($"Insert {layer}", new TextChange(new TextSpan(attribute.SpanStart, 0), layer + ", "))
            : null;
}
