using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>NG2005, NG2008, NG2010, NG3005: removes a layer that has no place where it stands.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveLayerFix)), Shared]
public sealed class RemoveLayerFix : AttributeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [LossDiagnostics.ActivatedAnswer.Id, LossDiagnostics.DoubledActivation.Id, LossDiagnostics.ActivatedLogits.Id, TrainingDiagnostics.DisturbedOutput.Id];

    protected override string Title(AttributeSyntax attribute) => $"Remove {attribute.Name}";

    /// <summary>A field without a layer is no stack any more.</summary>
    protected override bool IsFixable(AttributeSyntax attribute) => AttributeRemoval.LeavesALayer(attribute);

    protected override IEnumerable<TextChange> Changes(SourceText text, AttributeListSyntax list, HashSet<AttributeSyntax> attributes) =>
        AttributeRemoval.Changes(text, list, attributes);
}
