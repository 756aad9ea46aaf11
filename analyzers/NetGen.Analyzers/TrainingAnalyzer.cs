using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Analyzers;

/// <summary>NG3xxx: layers that work against each other in training, and calls that train a network as it cannot be trained.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TrainingAnalyzer() : CallAnalyzer(
    TrainingDiagnostics.ConstantWeights,
    TrainingDiagnostics.UnsuitedInitializer,
    TrainingDiagnostics.UselessBias,
    TrainingDiagnostics.DropoutBeforeNorm,
    TrainingDiagnostics.DisturbedOutput,
    TrainingDiagnostics.LargeDropout,
    TrainingDiagnostics.DropoutBeforePooling,
    TrainingDiagnostics.BatchOfOne,
    TrainingDiagnostics.DecayedBiases)
{
    internal override IEnumerable<Diagnostic> FindInCall(IInvocationOperation call, CallScene scene)
    {
        Diagnostic?[] found = [BatchOfOneRule.Find(call, scene), DecayRule.Find(call, scene)];
        return found.OfType<Diagnostic>();
    }
}
