namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>Stands in until the kernels are printed.</summary>
internal static class GpuEmitter
{
    public static string FullName(NetworkPlan plan) => $"global::NetGen.Emitted.{plan.Spec.Hint.Replace('.', '_')}_Gpu";

    public static string Print(NetworkPlan plan) => "";
}
