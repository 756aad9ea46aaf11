using NetGen.Compiler.Launching;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>Prints all programs of a network for devices, and describes their launches to the host.</summary>
internal static class GpuEmitter
{
    private const string Namespace = "NetGen.Emitted";

    /// <summary>The programs in the order in which the host counts them.</summary>
    private static readonly string[] ProgramNames = ["predict", "loss", "train", "backward"];

    /// <summary>The class that holds the kernels of a network, in full.</summary>
    public static string FullName(NetworkPlan plan) => $"global::{Namespace}.{ClassName(plan)}";

    public static string Print(NetworkPlan plan)
    {
        var device = DevicePlan.Of(plan);
        var context = new GpuContext(device);
        var launches = device.Programs.ToDictionary(program => program.Program.Name, program => program.Launches.SelectMany(new LaunchPrinter(context, program).Print).ToList());
        var writer = new SourceWriter();
        SourceHeader.Write(writer, plan.Spec.Name, "Kernels for devices, through ILGPU.", LayerTable.Lines(plan));
        using (writer.Block("namespace " + Namespace))
        {
            writer.Line("using System;");
            writer.Line("using System.Runtime.CompilerServices;");
            writer.Line("using ILGPU;");
            writer.Line("using ILGPU.Runtime.Cuda;");
            writer.Line("using NetGen.Gpu;");
            writer.Line("using NetGen.Runtime;");
            writer.Line();
            writer.Line("/// <summary>Kernels for devices, through ILGPU.</summary>");
            writer.Line(SourceHeader.GeneratedCode);
            using (writer.Block($"internal static class {ClassName(plan)}"))
            {
                WriteLayout(writer, context, launches);
                foreach (var text in context.Types.Concat(context.Methods).Concat(context.Math.Methods()))
                {
                    writer.Line();
                    writer.Raw(text);
                }
            }
        }

        return writer.ToString();
    }

    private static string ClassName(NetworkPlan plan) =>
        string.Concat(plan.Spec.Hint.Select(character => char.IsLetterOrDigit(character) ? character : '_')) + "_Gpu";

    private static void WriteLayout(SourceWriter writer, GpuContext context, Dictionary<string, List<string>> launches)
    {
        var (device, layout, scalar) = (context.Plan, context.Layout, context.T);
        writer.Line("/// <summary>Where everything lies, and the launches of each program.</summary>");
        writer.Line(Inv($"internal static GpuLayout<{scalar}> Layout {{ get; }} = new({List(layout.ParameterOffsets)}, {layout.ParameterLength},"));
        writer.Line("[");
        foreach (var name in ProgramNames)
        {
            if (device.Programs.FirstOrDefault(program => program.Program.Name == name) is { } program)
            {
                writer.Line(Inv($"    new GpuProgram<{scalar}>(\"{name}\", {program.Memory.ValuesPerSample}, {program.Memory.FixedValues},"));
                writer.Line("    [");
                foreach (var launch in launches[name])
                {
                    writer.Line("        " + launch + ",");
                }

                writer.Line("    ]),");
            }
            else
            {
                writer.Line("    null,");
            }
        }

        writer.Line("])");
        writer.Open("");
        var targets = layout.Targets.Zip(layout.Labels, (values, labels) => values >= 0 ? values : labels).ToList();
        foreach (var (name, prefixes) in new[]
        {
            ("Inputs", layout.Inputs), ("Targets", targets), ("RowWeights", layout.RowWeights), ("OutputGradients", layout.OutputGradients),
            ("Outputs", layout.Predictions), ("InputGradients", layout.InputGradients),
        })
        {
            writer.Line($"{name} = {List(prefixes)},");
        }

        if (layout.BufferOffsets.Count > 0)
        {
            writer.Line($"BufferOffsets = {List(layout.BufferOffsets)},");
        }

        writer.Line(Inv($"GivenPerSample = {layout.Given},"));
        writer.Line(Inv($"LabelsPerSample = {layout.LabelCount},"));
        writer.Line(Inv($"ResultsPerSample = {layout.Results},"));
        writer.Line($"Slices = {TileLaunches.Slices(context)},");
        writer.Close();
        writer.Line(";");
    }

    private static string List(IEnumerable<int> numbers) => "[" + string.Join(", ", numbers) + "]";
}
