using NetGen.Compiler.Emission;
using NetGen.Compiler.Emission.Ilgpu;
using NetGen.Compiler.Emission.Reference;
using NetGen.Compiler.Emission.Simd;
using NetGen.Compiler.Emission.Simd.MatMul;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler;

/// <summary>The whole pipeline: a declaration in, C# out. A pure function.</summary>
public static class NetworkCompiler
{
    /// <param name="spec">The declaration.</param>
    /// <param name="forDevices">Whether kernels for ILGPU are printed too.</param>
    public static IReadOnlyList<GeneratedSource> Compile(NetworkSpec spec, bool forDevices = false)
    {
        // Shapes: what each layer makes of its input, or what is wrong with it.
        var network = ShapeFold.Run(spec);
        if (!network.IsValid)
        {
            return [new GeneratedSource(spec.Hint + ".g.cs", BrokenSurface.Print(spec, network.Problems))];
        }

        // Layers become primitives, primitives get gradients, both are fused into kernels, kernels get memory.
        var plan = Planner.Plan(network);

        // One file for the surface, one for the plain meaning, one per instruction set. What only answers has neither the plain meaning nor a copy on a device.
        return
        [
            new GeneratedSource(spec.Hint + ".g.cs", NetworkSurface.Print(plan)),
            .. spec.Inference ? [] : PlainMeaning(network),
            .. Kernels(plan),
            .. forDevices && !spec.Inference ? DeviceKernels(plan) : [],
        ];
    }

    private static IReadOnlyList<GeneratedSource> PlainMeaning(ShapedNetwork network) => [new GeneratedSource(network.Spec.Hint + "-reference.g.cs", ReferenceEmitter.Print(network))];

    /// <summary>A file of kernels per instruction set.</summary>
    public static IReadOnlyList<GeneratedSource> Kernels(NetworkPlan plan) =>
    [
        new GeneratedSource(plan.Spec.Hint + "-avx512.g.cs", SimdEmitter.Print(plan, InstructionSet.Avx512)),
        new GeneratedSource(plan.Spec.Hint + "-avx2.g.cs", SimdEmitter.Print(plan, InstructionSet.Avx2)),
        new GeneratedSource(plan.Spec.Hint + "-vector128.g.cs", SimdEmitter.Print(plan, InstructionSet.Vector128)),
    ];

    /// <summary>The kernels for devices, and what the network offers there.</summary>
    public static IReadOnlyList<GeneratedSource> DeviceKernels(NetworkPlan plan) =>
    [
        new GeneratedSource(plan.Spec.Hint + "-gpu.g.cs", GpuEmitter.Print(plan)),
        new GeneratedSource(plan.Spec.Hint + "-gpu-surface.g.cs", GpuSurface.Print(plan, GpuEmitter.FullName(plan) + ".Layout")),
    ];
}

/// <summary>One emitted file.</summary>
public sealed record GeneratedSource(string Hint, string Text);
