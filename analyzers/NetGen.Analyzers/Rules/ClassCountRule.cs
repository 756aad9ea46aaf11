using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Model;

namespace NetGen.Analyzers;

/// <summary>
/// NG2003: a call of <c>Fit</c> or <c>Evaluate</c> with a set whose number of classes the program's text says, on a network with another number of outputs. Sets are followed through the local variables of the
/// method and through what divides or reorders them; what comes from elsewhere is left to the check that the call makes when it runs.
/// </summary>
internal static class ClassCountRule
{
    public static Diagnostic? Find(IInvocationOperation call, CallScene scene)
    {
        if (call.TargetMethod.Name is not ("Fit" or "Evaluate")
            || !TrainingCall.Is(call)
            || TrainingCall.Set(call) is not { } set
            || Classes(set, scene.Cancellation) is not int classes
            || TrainingCall.Network(call, scene) is not { Review: { } review } network
            || network.Spec.Losses is not [{ Kind: "SoftmaxCrossEntropy" } loss])
        {
            return null;
        }

        var shaped = review.Shaped;
        var index = loss.Int("Output", 0);
        var width = shaped.IsValid && index >= 0 && index < shaped.Outputs.Count ? shaped.Outputs[index].Last : classes;
        return width == classes ? null : Diagnostic.Create(
            LossDiagnostics.ClassCount, set.Syntax.GetLocation(), classes, network.Type.Name, width,
            width < classes ? "labels beyond are refused when this runs" : "the outputs beyond are never right, and take part in every softmax");
    }

    /// <summary>How many classes a set has, or null where nobody says.</summary>
    private static int? Classes(IOperation set, CancellationToken cancellation)
    {
        foreach (var source in SetSources.Of(set, cancellation))
        {
            if (source is IInvocationOperation call && Said(call) is { } classes)
            {
                return classes;
            }
        }

        return null;
    }

    /// <summary>What a call says itself: names that are written out, or a set that is known by its name.</summary>
    private static int? Said(IInvocationOperation call) => (call.TargetMethod.ContainingType?.Name, call.TargetMethod.Name) switch
    {
        _ when call.TargetMethod.ContainingNamespace?.ToDisplayString() != "NetGen" => null,
        ("GeneratedDigits" or "GeneratedPictures", "Create") or ("Dataset", "LoadCifar10") => 10,
        ("Dataset", "WithClassNames") or ("TokenSequences", "Labelled") => Names(call),
        _ => null,
    };

    private static int? Names(IInvocationOperation call) =>
        call.Arguments.LastOrDefault(argument => argument.Parameter?.Name is "names" or "classNames") is { Value: var value } && value.Syntax is not null
            ? LocalValues.Unwrapped(value) switch
            {
                ICollectionExpressionOperation list when list.Elements.All(element => element is not ISpreadOperation) => Positive(list.Elements.Length),
                IArrayCreationOperation { Initializer: { } list } => Positive(list.ElementValues.Length),
                _ => null,
            }
            : null;

    private static int? Positive(int count) => count > 0 ? count : null;
}
