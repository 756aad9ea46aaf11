using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Emission;

/// <summary>The table of layers, for the class's summary and the header of the emitted files: the same as <c>Info.Summary()</c> returns.</summary>
internal static class LayerTable
{
    public static IReadOnlyList<string> Lines(NetworkPlan plan)
    {
        var network = plan.Shaped!;
        var loss = LossTargets.Describe(plan.Spec);
        var text = SummaryText.Write(new SummaryContent(
            plan.Spec.Name.TrimStart('@'), plan.Precision == Precision.Double, plan.Spec.Inputs[0].Shape.Dims,
            network.Layers.Select(layer => new SummaryLayer(layer.Name, layer.Description, layer.Output.Dims, layer.ParameterCount, layer.Flops)),
            network.ParameterCount, network.Flops, plan.BytesPerSample("predict"), plan.BytesPerSample("train"), loss));
        return text.TrimEnd('\n').Split('\n');
    }
}
