using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
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
    LossDiagnostics.ClassCount,
    LossDiagnostics.LonelySoftmax,
    LossDiagnostics.ActivatedAnswer,
    LossDiagnostics.LinearAfterLinear,
    LossDiagnostics.DoubledActivation,
    LossDiagnostics.SaturatedDepth,
    LossDiagnostics.ActivatedLogits)
{
    protected override void Register(CompilationStartAnalysisContext context)
    {
        base.Register(context);
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
    }

    protected override IEnumerable<Problem> Find(Declaration declaration)
    {
        if (!declaration.IsAnalyzable)
        {
            return [];
        }

        var spec = declaration.Spec;
        var shaped = ShapeFold.Run(spec);
        return LossWidthRule.Find(spec, shaped)
            .Concat(NetworkReview.OfActivations(shaped));
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        if (ClassCountRule.Find((IInvocationOperation)context.Operation, context.Compilation, context.CancellationToken) is { } found)
        {
            context.ReportDiagnostic(found);
        }
    }
}
