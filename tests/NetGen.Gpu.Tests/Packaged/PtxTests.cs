using System.Reflection;
using ILGPU;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;

namespace NetGen.Gpu.Tests.Packaged;

/// <summary>ILGPU makes PTX of every kernel, which needs no device; its accelerator on the processor runs C# as it is, and would not notice.</summary>
public sealed class PtxTests
{
    public static TheoryData<string> Holders =>
        [.. typeof(PtxTests).Assembly.GetTypes().Where(type => type.Namespace == "NetGen.Emitted" || type.Name.StartsWith("GpuUpdates", StringComparison.Ordinal)).Where(type => Kernels(type).Any()).Select(type => type.FullName!)];

    [Theory, MemberData(nameof(Holders))]
    public void Kernels_become_PTX(string holder)
    {
        foreach (var kernel in Kernels(typeof(PtxTests).Assembly.GetType(holder)!))
        {
            Assert.Contains(".entry", Compile(kernel, CudaArchitecture.SM_80), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Tf32", "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32")]
    [InlineData("Bf16", "mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32")]
    public void Products_on_tensor_cores_become_their_instruction(string products, string instruction)
    {
        var kernels = Kernels(typeof(PtxTests).Assembly.GetType("NetGen.Emitted.NetGen_Gpu_Tests_FittingNet_Gpu")!).Where(kernel => kernel.Name.Contains(products, StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(kernels);
        foreach (var (kernel, architecture) in kernels.SelectMany(kernel => new[] { CudaArchitecture.SM_80, CudaArchitecture.SM_90 }.Select(architecture => (kernel, architecture))))
        {
            Assert.Contains(instruction, Compile(kernel, architecture), StringComparison.Ordinal);
        }
    }

    private static string Compile(MethodInfo kernel, CudaArchitecture architecture)
    {
        // A kernel that cannot be compiled leaves its context unusable.
        using var context = Context.Create(builder => builder.CPU(new CPUDevice(32, 8, 1)).Optimize(OptimizationLevel.O2));
        using var backend = new PTXBackend(context, new CudaCapabilityContext(architecture), architecture, CudaInstructionSet.ISA_70, null);
        var text = ((PTXCompiledKernel)backend.Compile(EntryPointDescription.FromExplicitlyGroupedKernel(kernel), new KernelSpecialization(256, null))).PTXAssembly;
        if (Environment.GetEnvironmentVariable("NETGEN_PTX") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{kernel.DeclaringType!.Name}.{kernel.Name}.{architecture}.ptx"), text);
        }

        return text;
    }

    private static IEnumerable<MethodInfo> Kernels(Type holder) => holder.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(method =>
        method.ReturnType == typeof(void) && method.GetParameters() is [.., { ParameterType.Name: "GpuRun" or "GpuUpdate`1" }] and ({ Length: 7 } or { Length: 6 }));
}
