using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Emission;

/// <summary>The table of layers, for the class's summary and the header of the emitted files: the same as <c>Info.Summary()</c> returns.</summary>
internal static class LayerTable
{
    public static IReadOnlyList<string> Lines(NetworkPlan plan)
    {
        var layers = plan.Shaped?.Layers ?? [];
        var loss = LossTargets.Describe(plan.Spec);
        var text = SummaryText.Write(new SummaryContent(
            plan.Spec.Name.TrimStart('@'), plan.Precision == Precision.Double, Row(plan.Spec.Inputs.Select(input => input.Shape)),
            layers.Select(layer => new SummaryLayer(layer.Name, layer.Description, layer.Output.Dims, layer.ParameterCount, layer.Flops)),
            plan.Parameters.Sum(parameter => parameter.Spec.Shape.Count), plan.Network.Flops, plan.BytesPerSample("predict"), plan.BytesPerSample("train"), loss)
        {
            Tokens = plan.Spec.Inputs.Count == 1 ? plan.Spec.Inputs[0].Vocabulary ?? 0 : 0,
        });
        return text.TrimEnd('\n').Split('\n');
    }

    /// <summary>The shape of one value, or of several in a row, one after the other.</summary>
    public static IReadOnlyList<int> Row(IEnumerable<Shape> shapes)
    {
        var all = shapes.ToList();
        return all.Count == 1 ? [.. all[0].Dims] : [all.Sum(shape => (int)shape.Count)];
    }
}
