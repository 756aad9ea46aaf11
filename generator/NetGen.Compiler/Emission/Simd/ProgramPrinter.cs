using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>Prints the methods of a program: one for the kernels that work on a range of samples, one for the sums over the batch.</summary>
internal sealed class ProgramPrinter(SimdContext context, ProgramPlan program)
{
    /// <summary>The entry of the kernel class: which program, and which phase of it.</summary>
    public static void PrintDispatch(SourceWriter writer, NetworkPlan plan)
    {
        writer.Line("/// <summary>Runs a phase of a program: for samples or, where it sums over the batch, tasks from <paramref name=\"from\"/> up to <paramref name=\"to\"/>.</summary>");
        using (writer.Block($"internal static void Run(ProgramKind program, int phase, Pass<{plan.Scalar}> pass, int chunk, int from, int to)"))
        using (writer.Block("switch (program)"))
        {
            foreach (var program in plan.Programs)
            {
                var sums = program.Schedule.Phases.Any(phase => phase.SumsOverBatch);
                writer.Line($"case ProgramKind.{Name(program)}{(sums ? " when phase == 0" : "")}:");
                writer.Line($"    {Name(program)}Rows(pass, from, to);");
                writer.Line("    break;");
                if (sums)
                {
                    writer.Line($"case ProgramKind.{Name(program)}:");
                    writer.Line($"    {Name(program)}Sums(pass, chunk, from, to);");
                    writer.Line("    break;");
                }
            }
        }
    }

    public string Print()
    {
        var writer = new SourceWriter();
        foreach (var phase in program.Schedule.Phases)
        {
            if (phase.SumsOverBatch)
            {
                writer.Line();
                PrintSums(writer, phase);
            }
            else
            {
                PrintRows(writer, phase);
            }
        }

        return writer.ToString();
    }

    /// <summary>How many independent tasks the sums over the batch are.</summary>
    public static int Tasks(SimdContext context, ProgramPlan program) =>
        program.Schedule.Phases.Where(phase => phase.SumsOverBatch).SelectMany(phase => phase.Kernels).Sum(new GradientKernels(context, program).Tasks);

    /// <summary>The name of a program as a part of identifiers.</summary>
    public static string Name(ProgramPlan program) => KernelNames.Pascal(program.Name);

    private void PrintRows(SourceWriter writer, Phase phase)
    {
        writer.Line($"/// <summary>{Name(program)}, sample by sample: samples <paramref name=\"from\"/> up to <paramref name=\"to\"/>.</summary>");
        using (writer.Block($"private static void {Name(program)}Rows(Pass<{context.T}> pass, int from, int to)"))
        {
            writer.Line("nint rows = to - from;");
            writer.Line(Inv($"nint stride = (nint)pass.Batch * {context.Width};"));
            var guarded = false;
            foreach (var kernel in phase.Kernels)
            {
                if (kernel.OnlyForInputGradient != guarded)
                {
                    guarded = kernel.OnlyForInputGradient;
                    writer.Line(guarded ? "if (pass.WantsInputGradient)\n{" : "}\n");
                }

                writer.Line((guarded ? "    " : "") + Call(kernel));
            }

            if (guarded)
            {
                writer.Line("}");
            }
        }
    }

    private void PrintSums(SourceWriter writer, Phase phase)
    {
        var gradients = new GradientKernels(context, program);
        writer.Line($"/// <summary>{Name(program)}, sums over the batch: tasks <paramref name=\"from\"/> up to <paramref name=\"to\"/>.</summary>");
        using (writer.Block($"private static void {Name(program)}Sums(Pass<{context.T}> pass, int chunk, int from, int to)"))
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
                    writer.Line(call);
                }
            }
        }
    }

    private string Call(Kernel kernel) => kernel switch
    {
        MatMulKernel product => new DenseKernel(context, program).Print(product),
        RowKernel row => new RowKernelPrinter(context, program).Print(row),
        PackKernel pack => Pack(pack),
        UnpackKernel unpack => Unpack(unpack),
        RelayoutKernel relayout => Relayout(relayout),
        MaskKernel mask => Mask(mask),
        _ => throw new InvalidOperationException($"{kernel.Name} does not work on rows."),
    };

    private string Pack(PackKernel kernel)
    {
        var source = Given(kernel.Target) switch
        {
            InputOperation => "Input",
            TargetOperation => "Target",
            _ => "OutputGradient",
        };
        return $"Panels.PackRows(ref pass.{source}, {Argument.Scaled("pass.Batch", kernel.Target)}, {kernel.Target.Type.Last}, ref {Panel(kernel.Target)}, {Range(kernel.Target)});";
    }

    private string Unpack(UnpackKernel kernel)
    {
        var destination = kernel.Role == OutputRole.Prediction ? "Output" : "InputGradient";
        var total = Argument.Scaled("pass.Batch", kernel.Source);
        return $"Panels.UnpackRows(ref {Panel(kernel.Source)}, {total}, ref pass.{destination}, {total}, {kernel.Source.Type.Last}, {Argument.Scaled("from", kernel.Source)}, {Argument.Scaled("to", kernel.Source)});";
    }

    private string Relayout(RelayoutKernel kernel) => Inv($"Panels.Relayout(ref {Panel(kernel.Source)}, {kernel.Source.Type.Rows}, {kernel.Source.Type.Last}, ref {Panel(kernel.Target)}, {kernel.Target.Type.Rows}, {kernel.Target.Type.Last}, from, to, pass.Batch);");

    private string Mask(MaskKernel kernel)
    {
        var mask = (RandomMaskOperation)kernel.Target.Operation;
        var threshold = (uint)Math.Min(uint.MaxValue, Math.Round(mask.Rate * 4294967296.0));
        return Inv($"pass.Mask({program.Memory.Offsets[kernel.Target]}, {kernel.Target.Type.Last}, {Argument.Scaled("from", kernel.Target)}, {Argument.Scaled("to", kernel.Target)}, {Argument.Scaled("pass.Batch", kernel.Target)}, {threshold}u, {context.Literal(1 / (1 - mask.Rate))}, {mask.Stream});");
    }

    private static Operation Given(Node node) => node.Operation is ReshapeOperation ? Given(node.Inputs[0]) : node.Operation;

    private string Panel(Node node) => Inv($"pass.Panels({program.Memory.Offsets[node]}, 0)");

    private static string Range(Node node) => $"{Argument.Scaled("from", node)}, {Argument.Scaled("to", node)}, {Argument.Scaled("pass.Batch", node)}";
}
