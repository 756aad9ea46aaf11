using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>NG1010, NG3008, NG4001, NG4002, NG4005, NG5004, NG6003: writes a value that is right in the place of the one that is wrong.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseDefaultFix)), Shared]
public sealed class UseDefaultFix : TextFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        ShapeDiagnostics.TooManyPositions.Id, TrainingDiagnostics.BatchOfOne.Id, SettingsDiagnostics.LearningRate.Id, SettingsDiagnostics.ScheduleEnds.Id,
        SettingsDiagnostics.VanishingEpsilon.Id, SequenceDiagnostics.VocabularyTooSmall.Id, DeploymentDiagnostics.NoKernel.Id,
    ];

    protected override (string Title, TextChange Change)? Fix(SyntaxNode root, Diagnostic diagnostic)
    {
        // Where a whole layer is underlined the argument is not at hand: it stands in a block of another project.
        if (!diagnostic.Properties.TryGetValue(NetworkAnalyzer.Instead, out var value) || value is null || root.FindNode(diagnostic.Location.SourceSpan) is AttributeSyntax)
        {
            return null;
        }

        return ($"Write {value}", new TextChange(diagnostic.Location.SourceSpan, value));
    }
}
