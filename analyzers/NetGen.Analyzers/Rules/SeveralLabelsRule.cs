using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Analyzers;

/// <summary>
/// NG2006: targets with several ones per sample, written out, for a loss that takes one distribution per sample. Of <c>SoftmaxCrossEntropy</c> that cannot be written: its targets are labels, one number per sample, and C#
/// refuses others. <c>KLDivergence</c> takes any numbers.
/// </summary>
internal static class SeveralLabelsRule
{
    public static Diagnostic? Find(IInvocationOperation call, CallScene scene)
    {
        var (network, targets) = Targets(call, scene);
        if (network is not { Review: { Shaped: { IsValid: true } shaped } }
            || network.Spec.Losses is not [{ Kind: "KLDivergence" } loss]
            || targets is null
            || Elements(LocalValues.Origin(targets, scene.Cancellation)) is not { Count: > 0 } values)
        {
            return null;
        }

        var width = shaped.Outputs[loss.Int("Output", 0)].Last;
        for (var row = 0; row + width <= values.Count; row += width)
        {
            var numbers = values.Skip(row).Take(width).Select(value => LocalValues.Number(value, scene.Cancellation)).ToList();
            if (numbers.Count(number => number == 1) is > 1 and var ones && numbers.TrueForAll(number => number is 0 or 1))
            {
                return Diagnostic.Create(LossDiagnostics.SeveralLabels, targets.Syntax.GetLocation(), row / width, ones, network.Type.Name);
            }
        }

        return null;
    }

    /// <summary>The network that is trained or measured, and its targets: those of a set, or those that a step is given.</summary>
    private static (NetworkReading? Network, IOperation? Targets) Targets(IInvocationOperation call, CallScene scene)
    {
        if (TrainingCall.Is(call) && call.TargetMethod.Name is "Fit" or "Evaluate")
        {
            return (TrainingCall.Network(call, scene), TrainingCall.Set(call) is { } set && LocalValues.Origin(set, scene.Cancellation) is IInvocationOperation { TargetMethod: { Name: "From", ContainingType.Name: "Dataset" } } made
                ? Argument(made, "targets")
                : null);
        }

        return call is { Instance: { } target, TargetMethod.Name: "Step" or "Loss" or "Gradient" } ? (scene.Network(LocalValues.Unwrapped(target).Type), Argument(call, "targets")) : default;
    }

    private static IOperation? Argument(IInvocationOperation call, string name) => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;

    private static IReadOnlyList<IOperation>? Elements(IOperation list) => list switch
    {
        ICollectionExpressionOperation collection when collection.Elements.All(element => element is not ISpreadOperation) => collection.Elements,
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        _ => null,
    };
}
