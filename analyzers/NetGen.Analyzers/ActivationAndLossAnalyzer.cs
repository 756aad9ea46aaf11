using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Model;

namespace NetGen.Analyzers;

/// <summary>NG2xxx: activations and losses that compile and do not do what was meant.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ActivationAndLossAnalyzer() : CallAnalyzer(
    LossDiagnostics.DoubledLink,
    LossDiagnostics.LossWidth,
    LossDiagnostics.ClassCount,
    LossDiagnostics.LonelySoftmax,
    LossDiagnostics.ActivatedAnswer,
    LossDiagnostics.SeveralLabels,
    LossDiagnostics.LinearAfterLinear,
    LossDiagnostics.DoubledActivation,
    LossDiagnostics.SaturatedDepth,
    LossDiagnostics.ActivatedLogits)
{
    protected override IEnumerable<Problem> Find(NetworkReading network) => network.Review is { } review ? LossWidthRule.Find(network.Spec, review.Shaped).Concat(review.Problems) : [];

    internal override IEnumerable<Diagnostic> FindInCall(IInvocationOperation call, CallScene scene)
    {
        Diagnostic?[] found = [ClassCountRule.Find(call, scene), SeveralLabelsRule.Find(call, scene)];
        return found.OfType<Diagnostic>();
    }
}
