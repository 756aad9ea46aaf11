using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Compiler.Model;
using NetGen.Compiler.Review;
using NetGen.Compiler.Shapes;
using NetGen.Generator.Reading;

namespace NetGen.Analyzers;

/// <summary>NG5xxx: embeddings that do not fit their tokens, masks that are lost, and positions that see what they should not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SequenceAnalyzer() : NetworkAnalyzer(
    SequenceDiagnostics.SeesLaterPositions,
    SequenceDiagnostics.VocabularyTooSmall,
    SequenceDiagnostics.EmbeddedValues,
    SequenceDiagnostics.LostMask)
{
    protected override IEnumerable<Problem> Find(Declaration declaration) => declaration.IsAnalyzable
        ? ShapeFold.Run(declaration.Spec).Problems.Concat(SequenceReview.Run(declaration.Spec))
        : [];
}
