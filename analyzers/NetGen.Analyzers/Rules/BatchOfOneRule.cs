using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Analyzers;

/// <summary>
/// NG3008: a call of <c>Fit</c> whose options, written out in the method, have <c>BatchSize = 1</c>, on a network that takes no batch of one. Only what is certain is told: options that come from
/// elsewhere, and the last batch of a set, whose size is known to the program alone, are left to the check that <c>Fit</c> makes before its first step.
/// </summary>
internal static class BatchOfOneRule
{
    public static Diagnostic? Find(IInvocationOperation call, CallScene scene)
    {
        if (!TrainingCall.IsFit(call)
            || WrittenSettings.OfFit(call, scene.Cancellation)?.Find("BatchSize") is not { ConstantValue: { HasValue: true, Value: int size } } value
            || TrainingCall.Network(call, scene) is not { Review: { } review } network)
        {
            return null;
        }

        var smallest = review.Shaped.SmallestBatch;
        return size >= 1 && size < smallest ? Diagnostic.Create(TrainingDiagnostics.BatchOfOne, value.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(NetworkAnalyzer.Instead, "32"), network.Type.Name, smallest, call.TargetMethod.Name) : null;
    }
}
