using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Analyzers;

/// <summary>
/// NG4006: a network that is validated, or measured and nothing else, on the very set that it was trained on. Who measures another set too compares the two, and is left alone;
/// and so is a set whose samples stand in the method, such as XOR, where there are no others.
/// </summary>
internal static class TrainingSetRule
{
    public static Diagnostic? Find(IInvocationOperation call, CallScene scene)
    {
        if (!TrainingCall.Is(call) || TrainingCall.Set(call) is not { } set || IsWrittenOut(set, scene.Cancellation))
        {
            return null;
        }

        if (call.TargetMethod.Name == "Fit")
        {
            return WrittenSettings.OfFit(call, scene.Cancellation)?.Find("Validation") is { } validation && LocalValues.AreSame(set, validation)
                ? Diagnostic.Create(SettingsDiagnostics.TrainingSet, validation.Syntax.GetLocation(), $"'{validation.Syntax}' is the training set itself: validated on it, a network that learns it by heart looks perfect, and EarlyStopping never stops; hold a part back with Split")
                : null;
        }

        return call.TargetMethod.Name == "Evaluate" && LocalValues.Variable(set) is { } variable && IsAllThatIsAsked(call, set, variable, scene)
            ? Diagnostic.Create(SettingsDiagnostics.MeasuredOnTrainingSet, set.Syntax.GetLocation(), set.Syntax)
            : null;
    }

    /// <summary>
    /// Whether a network is trained on a set, then measured on it, and nothing else is asked of it. Who measures before the training too looks at the progress, as tests do; who predicts looks at the answers; and what is in a
    /// variable that is written again nobody knows.
    /// </summary>
    private static bool IsAllThatIsAsked(IInvocationOperation evaluate, IOperation set, ISymbol variable, CallScene scene)
    {
        var all = LocalValues.Member(evaluate).OfType<IInvocationOperation>().ToList();
        var calls = all.Where(TrainingCall.Is).ToList();
        var fits = calls.Where(other => other.TargetMethod.Name == "Fit" && IsOfOneNetwork(evaluate, other) && LocalValues.AreSame(TrainingCall.Set(other), set)
            && other.Syntax.SpanStart < evaluate.Syntax.SpanStart && HasNoValidation(other, scene)).ToList();
        return fits.Count > 0
            && !calls.Exists(other => other.TargetMethod.Name == "Evaluate" && (!LocalValues.AreSame(TrainingCall.Set(other), set) || other.Syntax.SpanStart < fits[0].Syntax.SpanStart))
            && !all.Exists(other => other.TargetMethod.Name.StartsWith("Predict", StringComparison.Ordinal) && LocalValues.AreSame(other.Instance, TrainingCall.Target(evaluate)))
            && !VariableWrites.Any(variable.Name, evaluate.Syntax)
            && !(LocalValues.Variable(TrainingCall.Target(evaluate)) is { } network && VariableWrites.Any(network.Name, evaluate.Syntax));
    }

    private static bool IsOfOneNetwork(IInvocationOperation first, IInvocationOperation second) => LocalValues.AreSame(TrainingCall.Target(first), TrainingCall.Target(second));

    private static bool IsWrittenOut(IOperation set, CancellationToken cancellation) => SetSources.Of(set, cancellation).OfType<IInvocationOperation>().Any(made =>
        made.TargetMethod is { Name: "From", ContainingType.Name: "Dataset" } && made.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value is { } inputs
        && LocalValues.Origin(inputs, cancellation) is ICollectionExpressionOperation or IArrayInitializerOperation or IArrayCreationOperation { Initializer: not null });

    private static bool HasNoValidation(IInvocationOperation fit, CallScene scene) =>
        WrittenSettings.OfFit(fit, scene.Cancellation) is { IsWhole: true } options && options.Find("Validation") is null;
}
