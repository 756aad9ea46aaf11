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
/// <param name="Core">The network.</param>
/// <param name="Use">Chooses the kernels of an instruction set, whatever else the machine has.</param>
internal sealed record CompiledNetwork<T>(NetworkCore<T> Core, Action<InstructionSet> Use)
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    public static CompiledNetwork<T> Of(NetworkPlan plan, ulong seed = 1)
    {
        var core = CoreSurface.Print(plan)
            .Replace("if (global::System.Runtime.Intrinsics.X86.Avx512F.IsSupported)", "if (Set == 0)", StringComparison.Ordinal)
            .Replace("else if (global::System.Runtime.Intrinsics.X86.Avx2.IsSupported && global::System.Runtime.Intrinsics.X86.Fma.IsSupported)", "else if (Set == 1)", StringComparison.Ordinal);
        var compilation = CSharpCompilation.Create(
            "Network" + Guid.NewGuid().ToString("N"),
            [.. NetworkCompiler.Kernels(plan).Select(file => file.Text).Append(Wrapper(plan, core)).Select(text => CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions))],
            TestCompilation.References,
            TestCompilation.Options.WithOptimizationLevel(OptimizationLevel.Release));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        var type = Assembly.Load(stream.ToArray()).GetType("Wrapper")!;
        var chosen = type.GetField("Set")!;
        return new CompiledNetwork<T>((NetworkCore<T>)type.GetMethod("Make")!.Invoke(null, [seed])!, set => chosen.SetValue(null, (int)set));
    }

    private static string Wrapper(NetworkPlan plan, string core)
    {
        static string Dims(IEnumerable<int> dims) => "[" + string.Join(", ", dims) + "]";
        var (network, text) = (plan.Network, new StringBuilder());
        text.Append("#nullable enable\n/// <summary>Stands around the core.</summary>\npublic static class Wrapper\n{\n    /// <summary>The instruction set.</summary>\n    public static int Set;\n");
        text.Append("    private static readonly global::NetGen.NetworkInfo __info = new(\"Net\", global::NetGen.Precision.").Append(plan.Precision).Append(", ")
            .Append(Dims(network.Spec.Inputs[0].Shape.Dims)).Append(", ").Append(Dims(network.Outputs[0].Dims)).Append(", 1, \"MeanSquaredError\", [], 0, 0);\n");
        text.Append("    /// <summary>Makes the core.</summary>\n    public static object Make(ulong seed) => new NetGenCore(seed);\n").Append(core).Append("}\n");
        return text.ToString();
    }
}

/// <summary>What this machine can run.</summary>
internal static class InstructionSets
{
    public static IReadOnlyList<InstructionSet> All { get; } = [.. new[] { InstructionSet.Avx512, InstructionSet.Avx2, InstructionSet.Vector128 }.Where(set => set switch
    {
        InstructionSet.Avx512 => Avx512F.IsSupported,
        InstructionSet.Avx2 => Avx2.IsSupported,
        _ => true,
    })];
}
