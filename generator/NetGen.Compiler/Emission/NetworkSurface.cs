using NetGen.Compiler.Emission.Simd;
using NetGen.Compiler.Emission.Simd.MatMul;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Scalars;
using NetGen.Compiler.Serialization;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Emission;

/// <summary>Prints what a network offers to its user, and how the runtime reaches its kernels.</summary>
internal static class NetworkSurface
{
    public static string Print(NetworkPlan plan)
    {
        var writer = new SourceWriter();
        SourceHeader.Write(writer, plan.Spec.Name, "what the network offers.", LayerTable.Lines(plan));
        writer.Line();
        var surface = new SurfaceMembers(plan.Spec, plan.Network.Outputs);
        using (TypeNesting.Open(writer, plan.Spec, surface.Bases + StreamMembers.Bases(plan), () => WriteSummary(writer, plan)))
        {
            writer.Line("private readonly NetGenCore _netgen;");
            writer.Line();
            surface.Write(writer, new CompiledBodies(SingleSample.Targets(plan).Count > 0));
            StreamMembers.Write(writer, plan);
            new WindowMembers(plan).Write(writer);
            writer.Line();
            WriteInfo(writer, plan);
            writer.Line();
            writer.Raw(CoreSurface.Print(plan));
        }

        return writer.ToString();
    }

    private static void WriteSummary(SourceWriter writer, NetworkPlan plan)
    {
        writer.Line("/// <summary>");
        writer.Line("/// <code>");
        foreach (var line in LayerTable.Lines(plan))
        {
            writer.Line("/// " + line);
        }

        writer.Line("/// </code>");
        writer.Line("/// </summary>");
        writer.Line(SourceHeader.CompiledSpec(SerializedModule.Of(plan.Spec)));
        writer.Line(SourceHeader.GeneratedCode);
    }

    private static void WriteInfo(SourceWriter writer, NetworkPlan plan)
    {
        var network = plan.Shaped!;
        var targets = plan.Network.Targets.Sum(target => target.Labels ? target.Shape.Rows : target.Shape.Count);
        var loss = LossTargets.Describe(plan.Spec);
        writer.Line("private static readonly global::NetGen.NetworkInfo __info = new(");
        writer.Line($"    {StringLiteral.Of(plan.Spec.Name.TrimStart('@'))}, global::NetGen.Precision.{plan.Precision}, {Array(LayerTable.Row(plan.Spec.Inputs.Select(input => input.Shape)))}, {Array(LayerTable.Row(plan.Network.Outputs))}, {targets}, {(loss is null ? "null" : StringLiteral.Of(loss))},");
        writer.Line("    [");
        foreach (var layer in network.Layers)
        {
            writer.Line(Inv($"        new global::NetGen.LayerInfo({StringLiteral.Of(layer.Name)}, {StringLiteral.Of(layer.Kind)}, {StringLiteral.Of(layer.Description)}, {Array(layer.Output.Dims)}, {layer.ParameterCount}, {layer.Flops}),"));
        }

        writer.Line("    ],");
        writer.Line(Inv($"    {plan.BytesPerSample("predict")}, {plan.BytesPerSample("train")}{LabelWeights(plan)},"));
        foreach (var line in new RowInterfaces(plan.Spec).InfoLines(plan.Network.Outputs, plan.Network.Targets))
        {
            writer.Line($"    {line},");
        }

        writer.Line("    architecture:");
        writer.Line("    [");
        foreach (var line in Architecture.Lines(network))
        {
            writer.Line($"        {StringLiteral.Of(line)},");
        }

        writer.Line("    ],");
        writer.Line("    nodes:");
        writer.Line("    [");
        foreach (var line in NodeTable.Lines(network))
        {
            writer.Line("        " + line);
        }

        writer.Line(network.SmallestBatch == 1 || plan.Spec.Losses.Count == 0 ? "    ]);" : Inv($"    ]) {{ SmallestTrainingBatch = {network.SmallestBatch} }};"));
    }

    /// <summary>The argument with the weights of whole rows by their label; nothing when all weigh the same.</summary>
    private static string LabelWeights(NetworkPlan plan)
    {
        var weights = plan.Spec is { Losses.Count: 1, Loss: { } loss } && LayerCatalog.FindLoss(loss.Kind) is { WeighsRowsByLabel: true } ? loss.Numbers("ClassWeights") : [];
        return weights.Length == 0 ? "" : ", [" + string.Join(", ", weights.Select(NumberText.Double)) + "]";
    }

    private static string Array(IEnumerable<int> dims) => "[" + string.Join(", ", dims) + "]";
}
