using NetGen.Compiler.Model;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>What the members of a network's copy on a device do: forward to the host's code, and bring weights to and fro.</summary>
internal sealed class GpuBodies(string network, SurfaceMembers surface, string layout) : SurfaceBodies
{
    /// <summary>The nested type; a type cannot have the name of the one around it.</summary>
    public static string TypeName(NetworkSpec spec) => spec.Name == "Gpu" ? "OnGpu" : "Gpu";

    public override string Threads => "For one thread at a time.";

    public override bool IsModule => false;

    public override string Info => "__info";

    public override string Call(string core) => "_gpu." + core;

    public override string Value(string core) => "_gpu." + core;

    public override void WriteConstructors(SourceWriter writer, NetworkSpec spec)
    {
        writer.Line($"private readonly global::NetGen.Gpu.GpuCore<{surface.Scalar}> _gpu;");
        writer.Line();
        using (writer.Block($"internal {TypeName(spec)}({network} network, global::ILGPU.Runtime.Accelerator accelerator, global::NetGen.ProductPrecision products)"))
        {
            writer.Line($"_gpu = new global::NetGen.Gpu.GpuCore<{surface.Scalar}>(accelerator, network._netgen, {layout}, products);");
        }

        writer.Line();
        Member(writer, "The accelerator that the network is on.", "public global::ILGPU.Runtime.Accelerator Accelerator => _gpu.Accelerator;");
        writer.Line("/// <summary>Whether launches are timed from now on, which takes a context built with <c>Profiling()</c>; setting it forgets the times so far.</summary>");
        using (writer.Block("public bool IsTiming"))
        {
            writer.Line("get => _gpu.IsTiming;");
            writer.Line("set => _gpu.IsTiming = value;");
        }

        writer.Line();
        Member(writer, "By the name of the kernel: how often it was launched and how long it ran in all, while <see cref=\"IsTiming\"/> was on.",
            "public global::System.Collections.Generic.IReadOnlyDictionary<string, (long Count, global::System.TimeSpan Time)> Times => _gpu.Times;");
    }

    public override void WriteReference(SourceWriter writer, NetworkSpec spec)
    {
        Member(writer, "Brings the weights, and the state of the optimizer, into the network that this one was made from. <see cref=\"Parameters\"/> are those of that network.", "public void Download() => _gpu.Download();");
        Member(writer, "Brings the weights of the network that this one was made from, and the state of the optimizer, to the device.", "public void Upload() => _gpu.Upload();");
        Member(writer, "Frees the memory on the device. Weights that were not downloaded are lost.", "public void Dispose() => _gpu.Dispose();");
        if (surface.StagedTraining is { } staged)
        {
            var stage = $"void {staged}.Stage(global::System.ReadOnlySpan<{surface.InputScalar}> inputs, global::System.ReadOnlySpan<{surface.TargetScalar}> targets)";
            writer.Line(surface.HasRows ? $"{stage} => _gpu.StageRows(inputs, targets);" : surface.Tokens.Member(stage, $"_gpu.Stage({surface.Tokens.Values[0]}, targets)"));
            writer.Line();
            writer.Line($"void {staged}.Submit(global::NetGen.Optimizer optimizer) => _gpu.Submit(optimizer);");
            writer.Line();
            writer.Line($"float {staged}.Complete() => (float)_gpu.Complete();");
        }
    }

    private static void Member(SourceWriter writer, string summary, string declaration)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line(declaration);
        writer.Line();
    }
}
