using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Model;
using NetGen.Compiler.Review;
using NetGen.Generator.Reading;

namespace NetGen.Analyzers;

/// <summary>NG5xxx: what does not reach its goal: layers that are not called, weights that no loss depends on, positions that see what they should not, masks that are lost, tokens and bytes that are taken for numbers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SequenceAnalyzer() : CallAnalyzer(
    SequenceDiagnostics.UnusedLayer,
    SequenceDiagnostics.UnreachedParameter,
    SequenceDiagnostics.SeesLaterPositions,
    SequenceDiagnostics.VocabularyTooSmall,
    SequenceDiagnostics.EmbeddedValues,
    SequenceDiagnostics.LostMask,
    SequenceDiagnostics.UnscaledBytes)
{
    protected override IEnumerable<Problem> Find(BlockDeclaration declaration) => declaration.Spec.IsValid ? UnusedFields.Of(declaration.Spec.Module, null) : [];

    internal override IEnumerable<Diagnostic> FindInCall(IInvocationOperation call, CallScene scene) => UnscaledBytesRule.Find(call, scene) is { } found ? [found] : [];
}
