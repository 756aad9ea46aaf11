using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Scalars;

namespace NetGen.Analyzers;

/// <summary>NG4001: a learning rate, written as a number, that is out of the range in which its optimizer works. What is negative or no finite number is refused when the optimizer is made, and says so itself.</summary>
internal static class LearningRateRule
{
    public static Diagnostic? Find(IObjectCreationOperation creation, CallScene scene)
    {
        if (OptimizerKind.Of(creation) is not { } kind
            || WrittenSettings.Of(creation).Find("LearningRate") is not { } value
            || LocalValues.Number(value, scene.Cancellation) is not { } rate
            || rate is not (>= 0 and < double.PositiveInfinity)
            || (rate >= kind.Least && rate <= kind.Most))
        {
            return null;
        }

        var reason = rate < kind.Least ? "next to nothing changes with each step" : kind.Reason;
        return Diagnostic.Create(
            SettingsDiagnostics.LearningRate, value.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(NetworkAnalyzer.Instead, NumberText.Shortest(kind.Default)),
            NumberText.Shortest(rate), creation.Type!.Name, reason, NumberText.Shortest(kind.Default));
    }
}
