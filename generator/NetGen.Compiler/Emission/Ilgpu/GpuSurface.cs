namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>Prints what a network offers on a device: <c>ToGpu</c>, and the nested type with the members of the network itself.</summary>
internal static class GpuSurface
{
    /// <param name="plan">The network.</param>
    /// <param name="layout">The expression for what its kernels tell the host.</param>
    public static string Print(NetworkPlan plan, string layout)
    {
        var writer = new SourceWriter();
        SourceHeader.Write(writer, plan.Spec.Name, "what the network offers on a device, through ILGPU.");
        var surface = new SurfaceMembers(plan.Spec, plan.Network.Outputs);
        var type = GpuBodies.TypeName(plan.Spec);
        using (TypeNesting.Open(writer, plan.Spec))
        {
            writer.Line("/// <summary>Copies the network to a device, on which it is trained and used; <c>Download</c> brings the weights back.</summary>");
            writer.Line("/// <param name=\"accelerator\">An accelerator of ILGPU, best from a context built with <c>Optimize(OptimizationLevel.O2)</c>; <c>NetGen.Gpu.GpuDevices.Best()</c> finds one.</param>");
            writer.Line("/// <param name=\"products\">The precision of the operands of matrix products. Anything but single is for tensor cores: a CUDA device of compute capability 8.0 or above, and a network of single precision.</param>");
            writer.Line("/// <returns>The copy; whoever asks for it disposes it, before the accelerator.</returns>");
            writer.Line("/// <exception cref=\"global::System.NotSupportedException\">The products were to be rounded, and the device has no tensor cores, or the network is of double precision.</exception>");
            writer.Line("[global::System.Diagnostics.CodeAnalysis.RequiresDynamicCode(\"ILGPU reads the code of kernels at run time and compiles it for the device, which ahead-of-time compilation leaves nothing of.\")]");
            writer.Line($"public {type} ToGpu(global::ILGPU.Runtime.Accelerator accelerator, global::NetGen.ProductPrecision products = global::NetGen.ProductPrecision.Single) =>");
            writer.Line($"    new {type}(this, accelerator, products);");
            writer.Line();
            writer.Line($"/// <summary>{XmlText.Of(plan.Spec.Name)} on a device: the same members, which run there.</summary>");
            writer.Line(SourceHeader.GeneratedCode);
            using (writer.Block($"public sealed class {type}{surface.DeviceBases}"))
            {
                surface.Write(writer, new GpuBodies(plan.Spec.Name, surface, layout));
            }
        }

        return writer.ToString();
    }
}
