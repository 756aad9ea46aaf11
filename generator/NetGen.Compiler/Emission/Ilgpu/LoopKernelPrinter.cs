using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Launching;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>Prints elementwise kernels over all axes of a sample, an element of the result per thread.</summary>
internal sealed class LoopKernelPrinter(GpuContext context, DeviceProgram program)
{
    /// <summary>The names of what the kernel's method gets, in order.</summary>
    public static IReadOnlyDictionary<Node, string> Names(LoopKernel kernel) =>
        DeviceNames.Of(kernel.Operands.Select(operand => operand.Node).Where(DeviceArgument.IsPassed).Prepend(kernel.Target));

    public string Print(LoopKernel kernel)
    {
        var names = Names(kernel);
        var arguments = names.Keys.Select(node => DeviceArgument.OfBlock(context, program, node, names[node])).ToList();
        var count = kernel.Target.Type.Rows * kernel.Target.Type.Last;
        var method = context.Method(kernel.Name, name => PrintMethod(name, kernel, names, arguments, count));
        return kernel.Target.Type.Batched
            ? $"{method}(samples, {string.Join(", ", arguments.Select(argument => argument.Source))});"
            : $"{method}({string.Join(", ", arguments.Select(argument => argument.Source))});";
    }

    private string PrintMethod(string name, LoopKernel kernel, IReadOnlyDictionary<Node, string> names, IReadOnlyList<DeviceArgument> arguments, int count)
    {
        var (writer, axes) = (new SourceWriter(), new DeviceAxes(kernel));
        var batched = kernel.Target.Type.Batched;
        writer.Line($"/// <summary>{XmlText.Of(Formula(kernel, names))} over {kernel.Space.Shape}.</summary>");
        using (writer.Block($"private static void {name}({(batched ? "int samples, " : "")}{string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
        using (writer.Block(KernelTexts.Loop(KernelTexts.Times(batched ? "samples" : "1", count))))
        {
            axes.WriteIndices(writer);
            if (kernel.Reduction is not { } reduction || axes.Reduced is not { } reduced)
            {
                writer.Line($"{names[kernel.Target]}[i] = {WriteValue(writer, kernel, axes, names, "0")};");
            }
            else
            {
                writer.Line($"{context.T} result = {(reduction == Reduction.Sum ? context.Literal(0) : context.T + ".NegativeInfinity")};");
                using (writer.Block(Inv($"for (int step = 0; step < {reduced.Extent}; step++)")))
                {
                    writer.Line(BlockReduction.Step(reduction, "result", WriteValue(writer, kernel, axes, names, "step"), "s"));
                }

                writer.Line();
                writer.Line($"{names[kernel.Target]}[i] = result;");
            }
        }

        return writer.ToString();
    }

    /// <summary>Writes the loads and the statements, and returns the expression of the value.</summary>
    public string WriteValue(SourceWriter writer, LoopKernel kernel, DeviceAxes axes, IReadOnlyDictionary<Node, string> names, string reduced)
    {
        var variables = kernel.Operands.Select((_, position) => Inv($"x{position}")).ToList();
        for (var position = 0; position < variables.Count; position++)
        {
            var (node, index) = (kernel.Operands[position].Node, axes.Index(position, reduced));
            var text = Placement.Of(node) switch
            {
                Place.Iota => $"({context.T}){KernelTexts.Wrap(index)}",
                Place.Constant => context.Constant(node, index),
                Place.Labels => $"({context.T}){names[node]}[{index}]",
                _ => $"{names[node]}[{index}]",
            };
            writer.Line($"{context.T} {variables[position]} = {text};");
        }

        return context.Write(writer, [kernel.Value], variables, "t")[0];
    }

    public static string Formula(LoopKernel kernel, IReadOnlyDictionary<Node, string> names)
    {
        var value = ExprPrinter.Print(kernel.Value, [.. kernel.Operands.Select(operand => names.TryGetValue(operand.Node, out var name) ? name : operand.Node.Operation is IotaOperation ? "index" : "constant")]);
        return kernel.Reduction is not { } reduction ? $"{names[kernel.Target]} = {value}"
            : $"{names[kernel.Target]} = {(reduction == Reduction.Sum ? "the sum" : "the maximum")} of {value} over {(kernel.Axis < 0 ? "the batch" : Inv($"axis {kernel.Axis}"))}";
    }
}
