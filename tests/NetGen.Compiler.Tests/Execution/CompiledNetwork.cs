using System.Reflection;
using System.Runtime.Intrinsics.X86;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Compiler.Emission;
using NetGen.Compiler.Emission.Simd.MatMul;
using NetGen.Runtime;
using NetGen.Testing;

namespace NetGen.Compiler.Tests.Execution;

/// <summary>Emitted kernels, compiled in this process as they are compiled in a user's project, behind the runtime.</summary>
internal static class CompiledNetwork
{
    /// <summary>The instruction sets that this machine has.</summary>
    public static IEnumerable<InstructionSet> Sets => new[] { InstructionSet.Avx512, InstructionSet.Avx2, InstructionSet.Vector128 }.Where(set => set switch
    {
        InstructionSet.Avx512 => Avx512F.IsSupported,
        InstructionSet.Avx2 => Avx2.IsSupported,
        _ => true,
    });

    /// <summary>The network for one instruction set, whatever else the machine has.</summary>
    public static NetworkCore<T> Of<T>(NetworkPlan plan, InstructionSet set, ulong seed = 1)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var kernels = NetworkCompiler.Kernels(plan).Select(file => file.Text);
        var core = CoreSurface.Print(plan)
            .Replace("if (global::System.Runtime.Intrinsics.X86.Avx512F.IsSupported)", set == InstructionSet.Avx512 ? "if (One)" : "if (!One)", StringComparison.Ordinal)
            .Replace("else if (global::System.Runtime.Intrinsics.X86.Avx2.IsSupported && global::System.Runtime.Intrinsics.X86.Fma.IsSupported)", set == InstructionSet.Avx2 ? "else if (One)" : "else if (!One)", StringComparison.Ordinal);
        var compilation = CSharpCompilation.Create(
            "Network" + Guid.NewGuid().ToString("N"),
            [.. kernels.Append(Wrapper(plan, core)).Select(text => CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions))],
            TestCompilation.References,
            TestCompilation.Options.WithOptimizationLevel(OptimizationLevel.Release));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        var type = Assembly.Load(stream.ToArray()).GetType("Wrapper")!;
        return (NetworkCore<T>)type.GetMethod("Make")!.Invoke(null, [seed])!;
    }

    private static string Wrapper(NetworkPlan plan, string core)
    {
        static string Dims(IEnumerable<int> dims) => "[" + string.Join(", ", dims) + "]";
        var (network, text) = (plan.Network, new StringBuilder());
        text.Append("#nullable enable\n#pragma warning disable CS1591\n/// <summary>Stands around the core.</summary>\npublic static class Wrapper\n{\n    private static bool One => true;\n");
        text.Append("    private static readonly global::NetGen.NetworkInfo __info = new(\"Net\", global::NetGen.Precision.").Append(plan.Precision).Append(", ")
            .Append(Dims(network.Spec.Inputs[0].Shape.Dims)).Append(", ").Append(Dims(network.Outputs[0].Dims)).Append(", 1, \"MeanSquaredError\", [], 0, 0);\n");
        text.Append("    public static object Make(ulong seed) => new NetGenCore(seed);\n").Append(core).Append("}\n");
        return text.ToString();
    }
}
