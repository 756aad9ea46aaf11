using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Layers;

/// <summary>What the losses of a network compare with, and what they do to its outputs.</summary>
internal static class LossTargets
{
    /// <summary>The user's method behind a loss, or null for one of the catalogue.</summary>
    public static LossMethodSpec? MethodOf(NetworkSpec spec, LayerSpec loss) =>
        loss.Kind == "Loss" ? spec.LossMethods.FirstOrDefault(method => method.Name == loss.Find("Method")?.Text) : null;

    /// <summary>The loss that decides how an output is linked, or null.</summary>
    public static LossDefinition? LinkOf(NetworkSpec spec, int output)
    {
        var losses = spec.Losses.Where(loss => loss.Kind != "Loss" && loss.Int("Output", 0) == output).Select(loss => LayerCatalog.FindLoss(loss.Kind)).ToList();
        return losses.Find(definition => definition is not null and not { LinkName: LossDefinition.NoLink }) ?? losses.FirstOrDefault();
    }

    /// <summary>The losses as the user wrote them, for tables; null where there is none.</summary>
    public static string? Describe(NetworkSpec spec) => spec.Losses.Count == 0 ? null : string.Join(" + ", spec.Losses.Select(loss =>
        loss.Kind == "Loss" ? loss.Find("Method")?.Text ?? loss.Kind : LayerCatalog.FindLoss(loss.Kind)!.Describe(loss)));

    public static TargetType Of(NetworkSpec spec, LayerSpec loss, IReadOnlyList<Shape> outputs)
    {
        if (MethodOf(spec, loss) is { } method)
        {
            return new TargetType(false, LossMethods.TargetOf(method, outputs), 0, 1, EquatableArray<double>.Empty);
        }

        var (definition, output) = (LayerCatalog.FindLoss(loss.Kind)!, outputs[loss.Int("Output", 0)]);
        var weights = definition.WeighsRowsByLabel ? loss.Numbers("ClassWeights") : [];
        return definition.TakesLabels
            ? new TargetType(true, output.WithLast(1), output.Last, output.Rows, new EquatableArray<double>(weights)) { Ignored = loss.Int("IgnoreIndex", TargetType.Unlabelled) }
            : new TargetType(false, output, 0, output.Rows, EquatableArray<double>.Empty);
    }
}
