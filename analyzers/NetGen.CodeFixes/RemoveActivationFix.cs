using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>NG2001: removes the activation that the loss applies itself.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveActivationFix)), Shared]
public sealed class RemoveActivationFix : AttributeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [LossDiagnostics.DoubledLink.Id];

    protected override string Title(AttributeSyntax attribute) => $"Remove {attribute.Name}; the loss applies it";

    /// <summary>A field without a layer is no stack any more.</summary>
    protected override bool IsFixable(AttributeSyntax attribute) => AttributeRemoval.LeavesALayer(attribute);

    protected override IEnumerable<TextChange> Changes(SourceText text, AttributeListSyntax list, HashSet<AttributeSyntax> attributes) =>
        AttributeRemoval.Changes(text, list, attributes);
}
