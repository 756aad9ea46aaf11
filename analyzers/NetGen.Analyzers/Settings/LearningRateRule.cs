using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Scalars;

namespace NetGen.Analyzers;

/// <summary>NG4001: a learning rate, written as a number, that is out of the range in which its optimizer works.</summary>
internal static class LearningRateRule
{
    public static Diagnostic? Find(IObjectCreationOperation creation, CallScene scene)
    {
        if (OptimizerKind.Of(creation) is not { } kind
            || WrittenSettings.Of(creation).Find("LearningRate") is not { } value
            || LocalValues.Number(value, scene.Cancellation) is not { } rate
            || (rate >= kind.Least && rate < kind.Most)
            || (rate == kind.Most && kind.Most >= 1))
        {
            return null;
        }

        var reason = rate < kind.Least ? "next to nothing changes with each step" : kind.Reason;
        return Diagnostic.Create(
            SettingsDiagnostics.LearningRate, value.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(NetworkAnalyzer.Instead, NumberText.Shortest(kind.Default)),
            NumberText.Shortest(rate), creation.Type!.Name, reason, NumberText.Shortest(kind.Default));
    }
}
