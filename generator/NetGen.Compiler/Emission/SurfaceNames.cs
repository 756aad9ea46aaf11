using NetGen.Compiler.Emission.Simd;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Emission;

/// <summary>Names of parameters of generated members, after the user's own names.</summary>
internal static class SurfaceNames
{
    /// <summary>A name of the user's as an identifier.</summary>
    public static string Of(string name) => ReservedNames.IsKeyword(name) ? "@" + name : name;

    /// <summary>Whether a network has one input, one output and at most one loss, whose target is a label or of the output's shape.</summary>
    public static bool IsPlain(NetworkSpec spec, Shape output) => spec.Inputs.Count <= 1 && (spec.Body?.Forward.Outputs.Count ?? 1) == 1
        && (spec.Losses.Count == 0 || (spec.Losses.Count == 1
            && (LossTargets.MethodOf(spec, spec.Losses[0]) is not { } method || (method.HasTarget && (method.Target is null || method.Target == output)))));

    public static IReadOnlyList<string> Inputs(NetworkSpec spec) => spec.Inputs.Count <= 1
        ? ["inputs"]
        : Distinct(spec.Inputs.Select((input, index) => input.Name.Length > 0 ? input.Name : Inv($"inputs{index + 1}")), ["gradients", "optimizer", "sampleWeights"]);

    /// <summary>The outputs as parameters: a tuple's <c>Residual</c> is <c>residual</c> there.</summary>
    public static IReadOnlyList<string> Outputs(NetworkSpec spec)
    {
        var names = Results(spec);
        return names.Count <= 1
            ? ["outputs"]
            : Distinct(names.Select(name => char.ToLowerInvariant(name[0]) + name.Substring(1)), ["gradients", "optimizer", "sampleWeights", .. Inputs(spec)]);
    }

    /// <summary>The outputs as elements of a tuple, as the user wrote them.</summary>
    public static IReadOnlyList<string> Results(NetworkSpec spec)
    {
        var names = spec.Body?.Forward.OutputNames ?? EquatableArray<string>.Empty;
        return Distinct(names.Select((name, index) => name.Length > 0 ? name : Inv($"output{index + 1}")), []);
    }

    /// <summary>The targets of the losses that have one: the position of the loss, a name, and whether they are labels.</summary>
    public static IReadOnlyList<(int Loss, string Name, bool Labels)> Targets(NetworkSpec spec)
    {
        var targets = new List<(int, string, bool)>();
        var (outputs, taken) = (Outputs(spec), Inputs(spec).Concat(["gradients", "optimizer", "sampleWeights"]).ToList());
        for (var i = 0; i < spec.Losses.Count; i++)
        {
            var method = LossTargets.MethodOf(spec, spec.Losses[i]);
            if (method is { HasTarget: false })
            {
                continue;
            }

            var labels = method is null && LayerCatalog.FindLoss(spec.Losses[i].Kind) is { TakesLabels: true };
            var of = spec.Losses[i].Int("Output", 0);
            var word = labels ? "labels" : "targets";
            var name = method is not null ? method.Body.Inputs.Count > 0 ? method.Body.Inputs[method.Body.Inputs.Count - 1] : word
                : outputs.Count > 1 && of >= 0 && of < outputs.Count ? outputs[of].TrimStart('@') + char.ToUpperInvariant(word[0]) + word.Substring(1) : word;
            targets.Add((i, Distinct([name], taken)[0], labels));
            taken.Add(targets[targets.Count - 1].Item2);
        }

        return targets;
    }

    private static List<string> Distinct(IEnumerable<string> names, IEnumerable<string> taken)
    {
        var unique = new UniqueNames(taken.Select(name => name.TrimStart('@')));
        return [.. names.Select(name => Of(unique.Add(name, "")))];
    }
}
