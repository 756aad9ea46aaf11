using NetGen.Compiler.Emission.Simd.Attention;
using NetGen.Compiler.Emission.Simd.Lanes;
using NetGen.Compiler.Emission.Simd.Lanes.Winograd;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Attention;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Fusion.Lanes.Winograd;
using NetGen.Compiler.Fusion.Scans;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>Prints the methods of a program: one for the kernels that work on a range of samples, one for the sums over the batch.</summary>
internal sealed class ProgramPrinter(SimdContext context, ProgramPlan program)
{
    /// <summary>With fewer rows per sample, what kernels hand to each other stays in the cache anyway.</summary>
    private const int SequenceRows = 32;

    /// <summary>So many rows fill tiles well, and 1024 numbers in each of them fill half of a second-level cache.</summary>
    private const int BlockRows = 128;

    /// <summary>The entry of the kernel class: which program, and which phase of it.</summary>
    public static void PrintDispatch(SourceWriter writer, NetworkPlan plan)
    {
        writer.Line("/// <summary>Runs a phase of a program: for samples or, where it sums over the batch, tasks from <paramref name=\"from\"/> up to <paramref name=\"to\"/>.</summary>");
        using (writer.Block($"internal static void Run(ProgramKind program, int phase, Pass<{plan.Scalar}> pass, int chunk, int from, int to)"))
        using (writer.Block("switch (program)"))
        {
            foreach (var program in plan.Programs)
            {
                var phases = program.Schedule.Phases;
                for (var phase = 0; phase < phases.Count; phase++)
                {
                    writer.Line($"case ProgramKind.{Name(program)}{(phase == phases.Count - 1 ? "" : Inv($" when phase == {phase}"))}:");
                    writer.Line($"    {MethodOf(program, phase)}({(phases[phase].IsFixed ? "pass" : phases[phase].SumsOverBatch || HasLanes(phases[phase]) ? "pass, chunk, from, to" : "pass, from, to")});");
                    writer.Line("    break;");
                }
            }
        }
    }

    /// <summary>True for rows and then sums over the batch, or rows alone.</summary>
    public static bool IsUsual(ProgramPlan program) =>
        program.Memory.Fixed == 0 && program.Schedule.Phases is [{ IsFixed: false, SumsOverBatch: false }] or [{ IsFixed: false, SumsOverBatch: false }, { SumsOverBatch: true }];

    /// <summary>How many independent tasks a phase of sums has.</summary>
    public static int Tasks(SimdContext context, ProgramPlan program, Phase phase) => phase.Kernels.Sum(new GradientKernels(context, program).Tasks);

    /// <summary>The method of a phase: after what is done in it, and numbered where it is not the first of its kind.</summary>
    private static string MethodOf(ProgramPlan program, int index)
    {
        var phases = program.Schedule.Phases;
        string Kind(Phase phase) => phase.IsFixed ? "Once" : phase.SumsOverBatch ? "Sums" : "Rows";
        var number = phases.Take(index + 1).Count(phase => Kind(phase) == Kind(phases[index]));
        return Name(program) + Kind(phases[index]) + (number == 1 ? "" : Inv($"{number}"));
    }

    public string Print()
    {
        var writer = new SourceWriter();
        for (var index = 0; index < program.Schedule.Phases.Count; index++)
        {
            var (phase, method) = (program.Schedule.Phases[index], MethodOf(program, index));
            if (index > 0)
            {
                writer.Line();
            }

            if (phase.SumsOverBatch)
            {
                PrintSums(writer, phase, method);
            }
            else if (phase.IsFixed)
            {
                PrintOnce(writer, phase, method);
            }
            else
            {
                PrintRows(writer, phase, method);
            }
        }

        return writer.ToString();
    }

    /// <summary>How many independent tasks the sums over the batch are, in the longest of such phases.</summary>
    public static int Tasks(SimdContext context, ProgramPlan program) =>
        program.Schedule.Phases.Where(phase => phase.SumsOverBatch).Select(phase => Tasks(context, program, phase)).DefaultIfEmpty(0).Max();

    /// <summary>The name of a program as a part of identifiers.</summary>
    public static string Name(ProgramPlan program) => KernelNames.Pascal(program.Name);

    private static bool HasLanes(Phase phase) => phase.Kernels.SelectMany(kernel => kernel.Reads.Concat(kernel.Writes)).Any(node => node.Lanes is not null);

    private void PrintRows(SourceWriter writer, Phase phase, string method)
    {
        writer.Line($"/// <summary>{Name(program)}, sample by sample: samples <paramref name=\"from\"/> up to <paramref name=\"to\"/>.</summary>");
        using (writer.Block($"private static void {method}(Pass<{context.T}> pass, {(HasLanes(phase) ? "int chunk, " : "")}int from, int to)"))
        {
            if (BlockOf(phase) is var block and > 0)
            {
                // All kernels for some samples, then for the next ones: what they hand to each other stays in the cache.
                writer.Line(Inv($"nint stride = (nint)pass.Batch * {context.Width};"));
                using (writer.Block(Inv($"for (int end = to; from < end; from += {block})")))
                {
                    writer.Line(Inv($"to = Math.Min(from + {block}, end);"));
                    writer.Line("nint rows = to - from;");
                    PrintCalls(writer, phase);
                }
            }
            else
            {
                writer.Line("nint rows = to - from;");
                writer.Line(Inv($"nint stride = (nint)pass.Batch * {context.Width};"));
                PrintCalls(writer, phase);
            }
        }
    }

    /// <summary>How many samples all kernels of a phase work on before the next; 0: all that a thread has.</summary>
    private int BlockOf(Phase phase)
    {
        if (HasLanes(phase))
        {
            return context.Target.Half;
        }

        // The steps of a recurrence are products of one row per sample: the more samples the better.
        var rows = phase.Kernels.Any(kernel => kernel is ScanKernel) ? 0 : phase.Kernels.OfType<MatMulKernel>().Select(kernel => kernel.Left.Type.Rows).DefaultIfEmpty(0).Max();
        return rows < SequenceRows ? 0 : Math.Max(1, BlockRows / rows);
    }

    private void PrintOnce(SourceWriter writer, Phase phase, string method)
    {
        writer.Line($"/// <summary>{Name(program)}, what is the same for all samples.</summary>");
        using (writer.Block($"private static void {method}(Pass<{context.T}> pass)"))
        {
            PrintCalls(writer, phase);
        }
    }

    private void PrintCalls(SourceWriter writer, Phase phase)
    {
        var guarded = false;
        foreach (var kernel in phase.Kernels)
        {
            if (kernel.OnlyForInputGradient != guarded)
            {
                guarded = kernel.OnlyForInputGradient;
                writer.Line(guarded ? "if (pass.WantsInputGradient)\n{" : "}\n");
            }

            foreach (var line in Call(kernel).Split('\n').Where((line, index) => index > 0 || line.Length > 0))
            {
                writer.Line((guarded ? "    " : "") + line);
            }
        }

        if (guarded)
        {
            writer.Line("}");
        }
    }

    private void PrintSums(SourceWriter writer, Phase phase, string method)
    {
        var gradients = new GradientKernels(context, program);
        writer.Line($"/// <summary>{Name(program)}, sums over the batch: tasks <paramref name=\"from\"/> up to <paramref name=\"to\"/>.</summary>");
        using (writer.Block($"private static void {method}(Pass<{context.T}> pass, int chunk, int from, int to)"))
        using (writer.Block("for (int task = from; task < to; task++)"))
        {
            var first = 0;
            for (var i = 0; i < phase.Kernels.Count; i++)
            {
                var kernel = phase.Kernels[i];
                var call = gradients.Print(kernel, first == 0 ? "task" : Inv($"task - {first}"));
                first += gradients.Tasks(kernel);
                var last = i == phase.Kernels.Count - 1;
                var condition = last ? "" : Inv($"if (task < {first})");
                using (writer.Block(i == 0 ? (last ? "// A single sum." : condition) : ("else " + condition).TrimEnd()))
                {
                    writer.Line(kernel.OnlyForInputGradient ? $"if (pass.WantsInputGradient)\n{{\n    {call}\n}}" : call);
                }
            }
        }
    }

    private string Call(Kernel kernel) => kernel switch
    {
        MatMulKernel product => new DenseKernel(context, program).Print(product),
        RowKernel row => new RowKernelPrinter(context, program).Print(row),
        AttentionKernel attention => new AttentionPrinter(context, program).Print(attention),
        CachedAttentionKernel attention => new CachedAttentionPrinter(context, program).Print(attention),
        AttentionGradientKernel gradient => new AttentionGradientPrinter(context, program).Print(gradient),
        ScanKernel scan => new ScanPrinter(program, Call).Print(scan),
        LoopKernel loop => new LoopKernelPrinter(context, program).Print(loop),
        ProductKernel product => new ProductKernelPrinter(context, program).Print(product),
        LaneLoopKernel loop => new LaneLoopPrinter(context, program).Print(loop),
        LaneSumKernel sums => new LaneSums(context, program).Print(sums),
        LaneOuterKernel outer => new LaneOuterPrinter(context, program).Print(outer),
        LaneProductKernel product => new LaneProductPrinter(context, program).Print(product),
        WinogradKernel product => new WinogradPrinter(context, program).Print(product),
        ToLanesKernel move => new LaneMoves(context, program).Print(move),
        ToRowsKernel move => new LaneMoves(context, program).Print(move),
        _ => new RuntimeCalls(context, program).Print(kernel),
    };
}
