using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Emission;

/// <summary>The table of layers, for the class's summary and the header of the emitted files: the same as <c>Info.Summary()</c> returns.</summary>
internal static class LayerTable
{
    public static IReadOnlyList<string> Lines(NetworkPlan plan)
    {
        var layers = plan.Shaped?.Layers ?? [];
        var loss = LossTargets.Describe(plan.Spec);
        var text = SummaryText.Write(new SummaryContent(
            plan.Spec.Name.TrimStart('@'), plan.Precision == Precision.Double, plan.Spec.Inputs[0].Shape.Dims,
            layers.Select(layer => new SummaryLayer(layer.Name, layer.Description, layer.Output.Dims, layer.ParameterCount, layer.Flops)),
            plan.Parameters.Sum(parameter => parameter.Spec.Shape.Count), plan.Network.Flops, plan.BytesPerSample("predict"), plan.BytesPerSample("train"), loss));
        return text.TrimEnd('\n').Split('\n');
    }
}
