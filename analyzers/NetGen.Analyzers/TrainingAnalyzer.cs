using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Model;
using NetGen.Compiler.Review;
using NetGen.Generator.Reading;

namespace NetGen.Analyzers;

/// <summary>NG3xxx: layers that work against each other in training, and calls that train a network as it cannot be trained.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TrainingAnalyzer() : NetworkAnalyzer(
    TrainingDiagnostics.ConstantWeights,
    TrainingDiagnostics.UnsuitedInitializer,
    TrainingDiagnostics.UselessBias,
    TrainingDiagnostics.DropoutBeforeNorm,
    TrainingDiagnostics.DisturbedOutput,
    TrainingDiagnostics.LargeDropout,
    TrainingDiagnostics.DropoutBeforePooling,
    TrainingDiagnostics.BatchOfOne)
{
    protected override void Register(CompilationStartAnalysisContext context)
    {
        base.Register(context);
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
    }

    protected override IEnumerable<Problem> Find(Declaration declaration) => declaration.IsAnalyzable ? NetworkReview.OfTraining(declaration.Spec) : [];

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        if (BatchOfOneRule.Find((IInvocationOperation)context.Operation, context.Compilation, context.CancellationToken) is { } found)
        {
            context.ReportDiagnostic(found);
        }
    }
}
