using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>NG3001, NG3002: leaves <c>Init</c> out, so that the initialiser is the one for the activation that follows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveInitializerFix)), Shared]
public sealed class RemoveInitializerFix : AttributeFix
{
    private const string Property = "Init";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [TrainingDiagnostics.ConstantWeights.Id, TrainingDiagnostics.UnsuitedInitializer.Id];

    protected override string Title(AttributeSyntax attribute) => "Leave Init out; the default suits the activation";

    protected override bool IsFixable(AttributeSyntax attribute) => Argument(attribute) is not null;

    protected override IEnumerable<TextChange> Changes(SourceText text, AttributeListSyntax list, HashSet<AttributeSyntax> attributes)
    {
        foreach (var attribute in attributes.OrderBy(attribute => attribute.SpanStart))
        {
            // With the comma before it, or behind it where nothing stands before.
            var arguments = attribute.ArgumentList!.Arguments;
            var index = arguments.IndexOf(Argument(attribute)!);
            yield return new TextChange(
                index > 0 ? TextSpan.FromBounds(arguments[index - 1].Span.End, arguments[index].Span.End)
                : arguments.Count > 1 ? TextSpan.FromBounds(arguments[0].SpanStart, arguments[1].SpanStart)
                : arguments[0].Span,
                "");
        }
    }

    private static AttributeArgumentSyntax? Argument(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == Property);
}
