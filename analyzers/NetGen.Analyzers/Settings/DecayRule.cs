using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Layers;

namespace NetGen.Analyzers;

/// <summary>
/// NG3009: an L2 penalty on all parameters alike. It is meant for matrices, whose size is what makes functions steep; biases and the factors of normalisations have no such part, and are pulled to zero for nothing.
/// Decoupled decay, AdamW's and Lion's, is no penalty and is left alone, and so is an optimizer that has groups.
/// </summary>
internal static class DecayRule
{
    public static Diagnostic? Find(IInvocationOperation fit, CallScene scene)
    {
        if (!TrainingCall.IsFit(fit)
            || WrittenSettings.Of(WrittenSettings.OfFit(fit, scene.Cancellation)?.Find("Optimizer"), scene.Cancellation) is not { Creation: { } creation } optimizer
            || OptimizerKind.Of(creation) is not { IsDecayDecoupled: false }
            || optimizer.Find("Groups") is not null
            || optimizer.Find("WeightDecay") is not { } value
            || LocalValues.Number(value, scene.Cancellation) is not > 0
            || TrainingCall.Network(fit, scene) is not { Review: { } review } network)
        {
            return null;
        }

        var trained = review.Shaped.Parameters.Where(parameter => !parameter.Frozen).ToList();
        var patterns = Patterns(trained);
        return patterns.Count == 0 ? null : Diagnostic.Create(
            TrainingDiagnostics.DecayedBiases, value.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(SettingsDiagnostics.Setting, Groups(patterns)),
            trained.Count(IsVector), network.Type.Name, trained.First(IsVector).Name, string.Join(", ", patterns));
    }

    /// <summary>Names for groups, each of which finds something: a group that finds nothing is refused.</summary>
    private static List<string> Patterns(IReadOnlyList<NamedParameter> parameters)
    {
        var patterns = new List<string>();
        if (parameters.Any(IsBias))
        {
            patterns.Add("*bias*");
        }

        patterns.AddRange(parameters.Where(parameter => IsVector(parameter) && !IsBias(parameter)).Select(parameter => Pattern(parameter.Name)).Distinct());
        return patterns;
    }

    /// <summary>All normalisations of one kind, where their layers have the names that the compiler gave them.</summary>
    private static string Pattern(string parameter)
    {
        var parts = parameter.Split('.');
        var kind = parts.Length < 2 ? "" : parts[parts.Length - 2].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return kind is "batchnorm" or "layernorm" or "groupnorm" or "rmsnorm" ? $"*{kind}*" : parameter;
    }

    private static string Groups(IEnumerable<string> patterns) => $"Groups = [{string.Join(", ", patterns.Select(pattern => $"new ParameterGroup(\"{pattern}\") {{ WeightDecay = 0 }}"))}]";

    private static bool IsBias(NamedParameter parameter) => parameter.Name.Contains("bias") && IsVector(parameter);

    private static bool IsVector(NamedParameter parameter) => parameter.Spec.Shape.Rank <= 1;
}
