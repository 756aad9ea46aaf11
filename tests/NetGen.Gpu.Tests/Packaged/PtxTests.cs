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
            // A kernel that cannot be compiled leaves its context unusable.
            using var context = Context.Create(builder => builder.CPU(new CPUDevice(32, 8, 1)).Optimize(OptimizationLevel.O2));
            using var backend = new PTXBackend(context, new CudaCapabilityContext(CudaArchitecture.SM_80), CudaArchitecture.SM_80, CudaInstructionSet.ISA_70, null);

            var compiled = (PTXCompiledKernel)backend.Compile(EntryPointDescription.FromExplicitlyGroupedKernel(kernel), new KernelSpecialization(256, null));

            Assert.Contains(".entry", compiled.PTXAssembly, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<MethodInfo> Kernels(Type holder) => holder.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(method =>
        method.ReturnType == typeof(void) && method.GetParameters() is [.., { ParameterType.Name: "GpuRun" or "GpuUpdate`1" }] and ({ Length: 7 } or { Length: 6 }));
}
