using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Analyzers;

/// <summary>
/// NG4006: a network that is validated, or measured and nothing else, on the very set that it was trained on. Who measures another set too compares the two, and is left alone.
/// </summary>
internal static class TrainingSetRule
{
    public static Diagnostic? Find(IInvocationOperation call, CallScene scene)
    {
        if (!TrainingCall.Is(call) || TrainingCall.Set(call) is not { } set)
        {
            return null;
        }

        if (call.TargetMethod.Name == "Fit")
        {
            return WrittenSettings.OfFit(call, scene.Cancellation)?.Find("Validation") is { } validation && LocalValues.AreSame(set, validation)
                ? Diagnostic.Create(SettingsDiagnostics.TrainingSet, validation.Syntax.GetLocation(), $"'{validation.Syntax}' is the training set itself: validated on it, a network that learns it by heart looks perfect, and EarlyStopping never stops; hold a part back with Split")
                : null;
        }

        if (call.TargetMethod.Name != "Evaluate" || LocalValues.Variable(set) is null)
        {
            return null;
        }

        var calls = LocalValues.Member(call).OfType<IInvocationOperation>().Where(TrainingCall.Is).ToList();
        return calls.Exists(other => other.TargetMethod.Name == "Fit" && IsOfOneNetwork(call, other) && LocalValues.AreSame(TrainingCall.Set(other), set) && HasNoValidation(other, scene))
            && !calls.Exists(other => other.TargetMethod.Name == "Evaluate" && !LocalValues.AreSame(TrainingCall.Set(other), set))
                ? Diagnostic.Create(SettingsDiagnostics.TrainingSet, set.Syntax.GetLocation(), $"'{set.Syntax}' is what the network was trained on: how well it does there says nothing about samples that it has not seen; measure it on a part that was held back, and compare the two")
                : null;
    }

    private static bool IsOfOneNetwork(IInvocationOperation first, IInvocationOperation second) => LocalValues.AreSame(TrainingCall.Target(first), TrainingCall.Target(second));

    private static bool HasNoValidation(IInvocationOperation fit, CallScene scene) =>
        WrittenSettings.OfFit(fit, scene.Cancellation) is { IsWhole: true } options && options.Find("Validation") is null;
}
