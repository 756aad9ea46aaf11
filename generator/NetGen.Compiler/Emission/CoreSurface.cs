using NetGen.Compiler.Emission.Simd;
using NetGen.Compiler.Emission.Simd.MatMul;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Scalars;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Streaming;

namespace NetGen.Compiler.Emission;

/// <summary>Prints how the runtime reaches a network's kernels: the class behind its surface, with the layout of parameters and programs.</summary>
public static class CoreSurface
{
    /// <summary>The class <c>NetGenCore</c>, to stand in a class that has the network's <c>__info</c>.</summary>
    public static string Print(NetworkPlan plan)
    {
        var writer = new SourceWriter();
        WriteCore(writer, plan);
        return writer.ToString();
    }

    private static void WriteCore(SourceWriter writer, NetworkPlan plan)
    {
        writer.Line("/// <summary>The parameters and the programs; the best instruction set is chosen once, when the code is compiled for this machine.</summary>");
        using (writer.Block($"private sealed class NetGenCore(ulong seed) : global::NetGen.Runtime.NetworkCore<{plan.Scalar}>(Layout, seed)"))
        {
            WriteLayout(writer, plan);
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            using (writer.Block($"public override void Execute(global::NetGen.Runtime.ProgramKind program, int phase, global::NetGen.Runtime.Pass<{plan.Scalar}> pass, int chunk, int from, int to)"))
            {
                using (writer.Block("if (global::System.Runtime.Intrinsics.X86.Avx512F.IsSupported)"))
                {
                    writer.Line($"{SimdEmitter.FullName(plan, InstructionSet.Avx512)}.Run(program, phase, pass, chunk, from, to);");
                }

                using (writer.Block("else if (global::System.Runtime.Intrinsics.X86.Avx2.IsSupported && global::System.Runtime.Intrinsics.X86.Fma.IsSupported)"))
                {
                    writer.Line($"{SimdEmitter.FullName(plan, InstructionSet.Avx2)}.Run(program, phase, pass, chunk, from, to);");
                }

                using (writer.Block("else"))
                {
                    writer.Line($"{SimdEmitter.FullName(plan, InstructionSet.Vector128)}.Run(program, phase, pass, chunk, from, to);");
                }
            }

            WriteSingleSample(writer, plan);
        }
    }

    /// <summary>The way for one sample of a small network: no checks but those that cannot be left out, no arena, no threads.</summary>
    private static void WriteSingleSample(SourceWriter writer, NetworkPlan plan)
    {
        var targets = SingleSample.Targets(plan);
        if (targets.Count == 0)
        {
            return;
        }

        var (inputs, outputs) = (plan.Spec.Inputs[0].Shape.Count, plan.Network.Outputs[0].Count);
        writer.Line();
        writer.Line("/// <summary>Predicts a single sample without detours; false when there is none, or something is wrong with it that the general way will name.</summary>");
        using (writer.Block($"public bool TryPredictOne(global::System.ReadOnlySpan<{plan.Scalar}> inputs, global::System.Span<{plan.Scalar}> outputs)"))
        {
            using (writer.Block(Inv($"if (inputs.Length != {inputs} || outputs.Length != {outputs} || !global::NetGen.Runtime.Panels.AllFinite(inputs))")))
            {
                writer.Line("return false;");
            }

            writer.Line();
            foreach (var set in targets)
            {
                using (writer.Block(set switch
                {
                    InstructionSet.Avx512 => "if (global::System.Runtime.Intrinsics.X86.Avx512F.IsSupported)",
                    InstructionSet.Avx2 => "if (!global::System.Runtime.Intrinsics.X86.Avx512F.IsSupported && global::System.Runtime.Intrinsics.X86.Avx2.IsSupported && global::System.Runtime.Intrinsics.X86.Fma.IsSupported)",
                    _ => "if (!global::System.Runtime.Intrinsics.X86.Avx2.IsSupported)",
                }))
                {
                    writer.Line($"{SimdEmitter.FullName(plan, set)}.PredictOne(ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(inputs), ref global::NetGen.Runtime.Memory.At<{plan.Scalar}>(ParameterAddress), ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(outputs));");
                    writer.Line("return true;");
                }

                writer.Line();
            }

            writer.Line("return false;");
        }
    }

    private static void WriteLayout(SourceWriter writer, NetworkPlan plan)
    {
        writer.Line("private static readonly global::NetGen.Runtime.NetworkLayout Layout = new(");
        writer.Line("    __info,");
        writer.Line("    [");
        foreach (var parameter in plan.Parameters)
        {
            writer.Line(Inv($"        new global::NetGen.Runtime.ParameterLayout({StringLiteral.Of(parameter.Name)}, {Array(parameter.Spec.Shape.Dims)}, global::NetGen.Runtime.ParameterKind.{parameter.Kind}, {parameter.Offset}, {parameter.KernelOffset}, {parameter.KernelLength}, {parameter.TransposedOffset}, global::NetGen.Initializer.{parameter.Spec.Init}, {parameter.Spec.FanIn}, {parameter.Spec.FanOut}, {NumberText.Double(parameter.Spec.Gain)}, {(parameter.Frozen ? "true" : "false")}{(parameter.Spec.Taps == 0 ? "" : Inv($", {parameter.Spec.Taps}"))}){(parameter.Spec.ZeroRow < 0 ? "" : Inv($" {{ ZeroRow = {parameter.Spec.ZeroRow} }}"))},"));
        }

        writer.Line("    ],");
        writer.Line("    [");

        // In the order in which the runtime counts them; of the last, which few networks have, up to the last that there is.
        var programs = new[] { "predict", "loss", "train", "backward", StreamedProgram.Name, WindowPrograms.Predict, WindowPrograms.Train }
            .Select(kind => plan.Programs.FirstOrDefault(candidate => candidate.Name == kind)).ToList();
        foreach (var program in programs.Take(Math.Max(4, programs.FindLastIndex(program => program is not null) + 1)))
        {
            writer.Line(program is null ? "        null," : "        " + Layout(plan, program) + ",");
        }

        writer.Line("    ],");
        var target = plan.Network.Targets.Count > 0 ? plan.Network.Targets[0] : null;
        var stale = plan.Parameters.Select((parameter, index) => (parameter, index)).Where(pair => pair.parameter.HasTransposed && !pair.parameter.KeepsTransposed).Select(pair => pair.index);
        writer.Line(Inv($"    {target?.Classes ?? 0}, {target?.RowsPerSample ?? plan.Network.Outputs[0].Rows}, [{string.Join(", ", stale)}]){Unusual(plan)};"));
    }

    /// <summary>What most networks have nothing to say about.</summary>
    private static string Unusual(NetworkPlan plan)
    {
        var said = Weights(plan) + StreamMembers.Layout(plan) + new WindowMembers(plan).Layout + Signature(plan) + Buffers(plan) + BufferUpdates(plan);
        return said.Length == 0 ? "" : $"\n    {{\n{said}    }}";
    }

    /// <summary>The weights that are part of the program. The hash is computed here, so that a program which only answers needs no cryptography.</summary>
    private static string Weights(NetworkPlan plan) => plan.Spec.Weights is { } file && plan.Shaped is { } shaped
        ? $"        Weights = new(typeof(NetGenCore).Assembly, {StringLiteral.Of(file)}, {StringLiteral.Of(Architecture.Hash(shaped))}),\n"
        : "";

    /// <summary>How often a step replaces each buffer, if that is more than once.</summary>
    private static string BufferUpdates(NetworkPlan plan)
    {
        var updates = plan.Programs.SelectMany(program => program.Schedule.Program.Outputs).Where(output => output.Role == OutputRole.BufferUpdate).ToList();
        var counts = plan.Buffers.Select((_, index) => updates.Count(update => update.Index == index)).ToList();
        return counts.Exists(count => count > 1) ? Inv($"        BufferUpdates = [{string.Join(", ", counts)}],\n") : "";
    }

    private static string Buffers(NetworkPlan plan) => plan.Buffers.Count == 0 ? "" : "        Buffers =\n        [\n" + string.Concat(plan.Buffers.Select(buffer =>
        Inv($"            new({StringLiteral.Of(buffer.Name)}, {Array(buffer.Spec.Shape.Dims)}, global::NetGen.Runtime.ParameterKind.{(buffer.Spec.Shape.Rank == 0 ? "Counter" : "Vector")}, 0, {buffer.KernelOffset}, {buffer.KernelLength}, -1, global::NetGen.Initializer.{buffer.Spec.Init}, 1, 1, 1.0, false),\n"))) + "        ],\n";

    /// <summary>What a network with several inputs, outputs or targets says about them.</summary>
    private static string Signature(NetworkPlan plan)
    {
        var network = plan.Network;
        if (plan.IsSimple && (network.Targets.Count == 0 || network.Targets[0].Labels || network.Targets[0].Shape.Count == network.Outputs[0].Count))
        {
            return "";
        }

        var losses = network.Spec.Losses;
        var targets = network.Targets.Select((target, index) => Inv($"new({(target.Labels ? "true" : "false")}, {target.Shape.Count}, {target.Classes}, {target.RowsPerSample}, [{string.Join(", ", target.LabelWeights.Select(NumberText.Double))}])") + (target.Ignored != TargetType.Unlabelled ? Inv($" {{ Ignored = {target.Ignored} }}") : index < losses.Count && losses[index].Kind is "BinaryCrossEntropy" or "KLDivergence" or "Hinge" ? $" {{ Loss = {StringLiteral.Of(losses[index].Kind)} }}" : ""));
        return Inv($"        Inputs = [{string.Join(", ", network.Spec.Inputs.Select(input => input.Shape.Count))}],\n        Outputs = [{string.Join(", ", network.Outputs.Select(output => output.Count))}],\n        Targets = [{string.Join(", ", targets)}],\n");
    }

    private static string Layout(NetworkPlan plan, ProgramPlan program)
    {
        var loss = program.Schedule.LossRows is { } rows ? program.Memory.Offsets[rows] : -1;
        var tasks = ProgramPrinter.Tasks(new SimdContext(plan, InstructionSet.Avx512), program);
        var flops = plan.Network.Flops / (program.Name == StreamedProgram.Name ? plan.Spec.Inputs[0].Shape[0] : 1) * (program.Schedule.Phases.Any(phase => phase.SumsOverBatch) ? 3 : 1);
        return Inv($"new global::NetGen.Runtime.ProgramLayout({program.Memory.Units}, {program.Memory.Scalars}, {loss}, {tasks}, {flops}){Phases(plan, program)}");
    }

    /// <summary>What is unusual about a program: phases other than rows and then sums, values that are the same for all samples, several losses.</summary>
    private static string Phases(NetworkPlan plan, ProgramPlan program)
    {
        var (schedule, parts) = (program.Schedule, new List<string>());
        if (!ProgramPrinter.IsUsual(program))
        {
            var context = new SimdContext(plan, InstructionSet.Avx512);
            var phases = schedule.Phases.Select(phase => phase.IsFixed ? "global::NetGen.Runtime.PhaseLayout.Once" : phase.SumsOverBatch
                ? Inv($"global::NetGen.Runtime.PhaseLayout.Sums({ProgramPrinter.Tasks(context, program, phase)})")
                : "global::NetGen.Runtime.PhaseLayout.Rows");
            parts.Add(Inv($"Fixed = {program.Memory.Fixed}, Phases = [{string.Join(", ", phases)}]"));
        }

        if (program.Memory.HasLanes)
        {
            parts.Add(Inv($"Lanes = {program.Memory.Lanes}, BriefLanes = {program.Memory.BriefLanes}"));
        }

        if (schedule.Losses.Count > 1 || schedule.Losses.Any(rows => rows.Type.Rows != plan.Network.Targets[0].RowsPerSample))
        {
            parts.Add($"Losses = [{string.Join(", ", schedule.Losses.Select(rows => Inv($"new({program.Memory.Offsets[rows]}, {rows.Type.Rows})")))}]");
        }

        return parts.Count == 0 ? "" : " { " + string.Join(", ", parts) + " }";
    }

    private static string Array(IEnumerable<int> dims) => "[" + string.Join(", ", dims) + "]";
}
