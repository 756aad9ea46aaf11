using NetGen.Compiler.Model;

namespace NetGen.Compiler.Elaboration;

/// <summary>
/// The values of a method that a derivative is asked by. The graph must lead through them: where it takes the values that they were made of instead, the derivative by
/// them would be zero.
/// </summary>
internal static class DerivativeSources
{
    private const string Gradient = "Gradient";

    /// <summary>Their numbers: what stands in <c>Gradient</c> itself, what goes into a part that has one, and what the losses see of a network if one of them has one.</summary>
    public static HashSet<int> Of(Scope scope, NetworkSpec spec, IReadOnlyDictionary<string, ModuleSpec> modules)
    {
        var sources = new HashSet<int>();
        foreach (var step in scope.Module.Forward.Steps)
        {
            if (step.Operation == Gradient)
            {
                sources.Add(step.Inputs[1]);
            }
            else if (step.Operation == "Call" && scope.Module.Fields[step.Int("Field", 0)] is { Kind: FieldKind.Module } field
                && field.Layers[0].Find("Module")?.Text is { } key && modules.TryGetValue(key, out var module) && Differentiates(module.Forward))
            {
                sources.UnionWith(step.Inputs);
            }
        }

        if (scope.IsRoot && spec.LossMethods.Any(loss => Differentiates(loss.Body)))
        {
            sources.UnionWith(scope.Module.Forward.Outputs);
        }

        return sources;
    }

    private static bool Differentiates(GraphSpec method) => method.Steps.Any(step => step.Operation == Gradient);
}
