using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Compiler.Model;
using NetGen.Compiler.Review;
using NetGen.Compiler.Shapes;
using NetGen.Generator.Reading;

namespace NetGen.Analyzers;

/// <summary>NG2xxx: activations and losses that compile and do not do what was meant.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ActivationAndLossAnalyzer() : NetworkAnalyzer(
    LossDiagnostics.DoubledLink,
    LossDiagnostics.LossWidth,
    LossDiagnostics.LonelySoftmax,
    LossDiagnostics.ActivatedAnswer,
    LossDiagnostics.LinearAfterLinear,
    LossDiagnostics.DoubledActivation,
    LossDiagnostics.SaturatedDepth,
    LossDiagnostics.ActivatedLogits)
{
    protected override IEnumerable<Problem> Find(Declaration declaration)
    {
        if (!declaration.IsAnalyzable)
        {
            return [];
        }

        var spec = declaration.Spec;
        return DoubledLinkRule.Find(spec)
            .Concat(LossWidthRule.Find(spec, ShapeFold.Run(spec)))
            .Concat(LinearAfterLinearRule.Find(spec))
            .Concat(NetworkReview.OfActivations(spec));
    }
}
