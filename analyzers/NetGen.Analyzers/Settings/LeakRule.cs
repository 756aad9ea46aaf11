using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Analyzers;

/// <summary>
/// NG4007: statistics of values that are divided into parts in the same method: what is held back has taken part in its own preparation. Kapoor and Narayanan 2023, leakage L1.2; scikit-learn, "Common pitfalls", 10.2.
/// A variable that is written later may hold other values when they are divided, and nothing is said of it.
/// </summary>
internal static class LeakRule
{
    public static Diagnostic? Find(IInvocationOperation call, CallScene scene)
    {
        if (!Measures(call.TargetMethod)
            || call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value is not { } values
            || Measured(values) is not { } variable
            || VariableWrites.Any(variable.Name, call.Syntax))
        {
            return null;
        }

        var division = LocalValues.Member(call).OfType<IInvocationOperation>().FirstOrDefault(other => Divides(other.TargetMethod) && other.Instance is { } whole
            && (SymbolEqualityComparer.Default.Equals(LocalValues.Variable(whole), variable) || IsMadeOf(whole, variable, scene.Cancellation)));
        return division is null ? null : Diagnostic.Create(SettingsDiagnostics.Leak, values.Syntax.GetLocation(), values.Syntax, division.TargetMethod.Name, call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name);
    }

    private static bool Measures(IMethodSymbol method) => IsOurs(method) && (method.ContainingType.Name, method.Name) is ("Normalization", "Of" or "PerChannel") or ("TableEncoder", "Fit");

    private static bool Divides(IMethodSymbol method) => IsOurs(method) && method.Name is "Split" or "SplitInOrder" or "KFold" or "ForwardFolds" && method.ContainingType.Name is not "Folds";

    private static bool IsOurs(IMethodSymbol method) => method.ContainingNamespace?.Name == "NetGen";

    /// <summary>The variable whose values are measured, seen through a span of it.</summary>
    private static ISymbol? Measured(IOperation values)
    {
        values = LocalValues.Unwrapped(values);
        return values is IInvocationOperation { TargetMethod: { Name: "AsSpan", Parameters.Length: 1 }, Arguments: [var whole] } ? LocalValues.Variable(whole.Value) : LocalValues.Variable(values);
    }

    /// <summary>Whether a set was made of all values of a variable: by Dataset.From, or by an encoder.</summary>
    private static bool IsMadeOf(IOperation set, ISymbol variable, CancellationToken cancellation)
    {
        for (var depth = 0; depth < 16; depth++)
        {
            if (LocalValues.Origin(set, cancellation) is not IInvocationOperation made || !IsOurs(made.TargetMethod))
            {
                return false;
            }

            if (made.Arguments.Any(argument => SymbolEqualityComparer.Default.Equals(LocalValues.Variable(argument.Value), variable)))
            {
                return true;
            }

            if (made.Instance is not { } before || Divides(made.TargetMethod))
            {
                return false;
            }

            set = before;
        }

        return false;
    }
}
