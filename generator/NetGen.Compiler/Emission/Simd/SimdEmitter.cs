using NetGen.Compiler.Emission.Simd.MatMul;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>Prints all programs of a network for one instruction set: the programs first, then the kernels that they call.</summary>
internal static class SimdEmitter
{
    /// <summary>The nested class that holds the kernels.</summary>
    public static string ClassName(InstructionSet set) => "Kernels" + set;

    public static string Print(NetworkPlan plan, InstructionSet set)
    {
        var context = new SimdContext(plan, set);
        var programs = plan.Programs.Select(program => new ProgramPrinter(context, program).Print()).ToList();
        if (SingleSample.IsPossible(context, plan))
        {
            programs.Insert(0, new SingleSample(context, plan).Print());
        }

        var writer = new SourceWriter();
        SourceHeader.Write(writer, plan.Spec, Purpose(set), LayerTable.Lines(plan));
        writer.Line("using System;");
        writer.Line("using System.Runtime.CompilerServices;");
        writer.Line("using System.Runtime.InteropServices;");
        writer.Line("using System.Runtime.Intrinsics;");
        writer.Line("using System.Runtime.Intrinsics.X86;");
        writer.Line("using NetGen.Runtime;");
        writer.Line();
        using (TypeNesting.Open(writer, plan.Spec))
        {
            writer.Line($"/// <summary>{Purpose(set)}</summary>");
            using (writer.Block($"private static class {ClassName(set)}"))
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
