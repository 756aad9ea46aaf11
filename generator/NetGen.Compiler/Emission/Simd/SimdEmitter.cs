using NetGen.Compiler.Emission.Simd.MatMul;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>Prints all programs of a network for one instruction set: the programs first, then the kernels that they call.</summary>
internal static class SimdEmitter
{
    /// <summary>
    /// Kernels live in a namespace of their own, with the usings inside it: whatever types the user has, <c>Memory</c> and <c>Panels</c>
    /// mean ours, and the code can stay free of long names.
    /// </summary>
    private const string Namespace = "NetGen.Emitted";

    /// <summary>The class that holds the kernels of a network, in full.</summary>
    public static string FullName(NetworkPlan plan, InstructionSet set) => $"global::{Namespace}.{ClassName(plan, set)}";

    private static string ClassName(NetworkPlan plan, InstructionSet set) =>
        string.Concat(plan.Spec.Hint.Select(character => char.IsLetterOrDigit(character) ? character : '_')) + "_" + set;

    public static string Print(NetworkPlan plan, InstructionSet set)
    {
        var context = new SimdContext(plan, set);
        var programs = plan.Programs.Select(program => new ProgramPrinter(context, program).Print()).ToList();
        if (SingleSample.IsPossible(context, plan))
        {
            programs.Insert(0, new SingleSample(context, plan).Print());
        }

        var writer = new SourceWriter();
        SourceHeader.Write(writer, plan.Spec.Name, Purpose(set), LayerTable.Lines(plan));
        using (writer.Block("namespace " + Namespace))
        {
            writer.Line("using System;");
            writer.Line("using System.Runtime.CompilerServices;");
            writer.Line("using System.Runtime.InteropServices;");
            writer.Line("using System.Runtime.Intrinsics;");
            writer.Line("using System.Runtime.Intrinsics.X86;");
            writer.Line("using NetGen.Runtime;");
            writer.Line();
            writer.Line($"/// <summary>{Purpose(set)}</summary>");
            writer.Line(SourceHeader.GeneratedCode);
            using (writer.Block($"internal static class {ClassName(plan, set)}"))
            {
                ProgramPrinter.PrintDispatch(writer, plan);
                foreach (var text in programs.Concat(context.Methods).Concat(context.Functions.Methods()))
                {
                    writer.Line();
                    writer.Raw(text);
                }
            }
        }

        return writer.ToString();
    }

    private static string Purpose(InstructionSet set) => set switch
    {
        InstructionSet.Avx512 => "Kernels for processors with AVX-512.",
        InstructionSet.Avx2 => "Kernels for processors with AVX2 and FMA.",
        _ => "Kernels for all other processors, on 128-bit vectors.",
    };
}
