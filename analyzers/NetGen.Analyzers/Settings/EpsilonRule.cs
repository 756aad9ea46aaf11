using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Scalars;

namespace NetGen.Analyzers;

/// <summary>NG4005, of optimizers: an ε so small that the root of a mean square which is rounding error alone is larger, so that noise moves weights by the whole learning rate. What is negative or no number is refused when the optimizer is made, and says so itself.</summary>
internal static class EpsilonRule
{
    /// <summary>The square of the distance from 1 to the next number in single precision.</summary>
    private const double Least = 1.4e-14;

    public static Diagnostic? Find(IObjectCreationOperation creation, CallScene scene)
    {
        if (OptimizerKind.Of(creation) is null
            || WrittenSettings.Of(creation).Find("Epsilon") is not { } value
            || LocalValues.Number(value, scene.Cancellation) is not ({ } epsilon and >= 0 and < Least))
        {
            return null;
        }

        var usual = creation.Type!.Name == "Adagrad" ? "1e-10" : "1e-8";
        return Diagnostic.Create(
            SettingsDiagnostics.VanishingEpsilon, value.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(NetworkAnalyzer.Instead, usual),
            FormattableString.Invariant($"the epsilon of {creation.Type.Name}, {NumberText.Shortest(epsilon)}, is below the resolution of float: a weight whose gradients are rounding errors moves by the whole learning rate all the same; PyTorch's default is {usual}"));
    }
}
