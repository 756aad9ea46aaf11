using NetGen.Compiler.Fusion;
using NetGen.Compiler.Launching;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>Prints the rows of a table by their numbers: a thread per value of the result.</summary>
internal sealed class Tables(GpuContext context, DeviceProgram program)
{
    public string Print(GatherKernel kernel)
    {
        var names = DeviceNames.Of([kernel.Target, kernel.Table, kernel.Numbers]);
        var arguments = names.Keys.Select(node => DeviceArgument.OfBlock(context, program, node, names[node])).ToList();
        var (count, features) = (kernel.Table.Type.Shape[0], kernel.Table.Type.Last);
        var method = context.Method(kernel.Name, name =>
        {
            var writer = new SourceWriter();
            writer.Line($"/// <summary>{names[kernel.Target]}: rows of {names[kernel.Table]}, [{count}, {features}], by {names[kernel.Numbers]}.</summary>");
            using (writer.Block($"private static void {name}(int samples, {string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
            using (writer.Block(KernelTexts.Loop(KernelTexts.Times("samples", kernel.Target.Type.Rows * features))))
            {
                writer.Line($"{context.T} number = {names[kernel.Numbers]}[{KernelTexts.Quotient("i", features)}];");
                writer.Line("int row = (int)number;");
                writer.Line($"{names[kernel.Target]}[i] = row >= 0 && row < {count} && row == number ? {names[kernel.Table]}[{KernelTexts.Sum(KernelTexts.Times("row", features), KernelTexts.Remainder("i", features))}] : {context.Literal(0)};");
            }

            return writer.ToString();
        });
        return $"{method}(samples, {string.Join(", ", arguments.Select(argument => argument.Source))});";
    }
}
