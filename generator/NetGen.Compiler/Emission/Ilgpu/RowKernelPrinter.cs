using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Launching;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>Prints kernels that work row by row: softmax, normalisation, losses and their gradients.</summary>
internal sealed class RowKernelPrinter(GpuContext context, DeviceProgram program)
{
    /// <summary>Threads that share a row, a power of two: each has about four features.</summary>
    public static int LanesOf(RowKernel kernel)
    {
        var lanes = 1;
        while (lanes < 64 && kernel.Features > 8 * lanes)
        {
            lanes *= 2;
        }

        return kernel.Features <= 16 ? 1 : lanes;
    }

    public string Print(RowKernel kernel)
    {
        var body = new RowBody(context, kernel, LanesOf(kernel));
        var values = kernel.Writes.Concat(kernel.Reads).Concat(kernel.Operands.Where(DeviceArgument.IsPassed).Where(operand => !body.IsOwnUnstored(operand))).Distinct().ToList();
        var names = DeviceNames.Of(values);
        var arguments = values.Select(value => DeviceArgument.OfBlock(context, program, value, names[value])).ToList();
        if (body.NeedsScratch)
        {
            arguments.Insert(0, new DeviceArgument($"{context.View} scratch", "scratch"));
        }

        var method = context.Method(kernel.Name, name =>
        {
            var writer = new SourceWriter();
            writer.Line(Inv($"/// <summary>Rows of {kernel.Features}, in {kernel.Sweeps.Count} {(kernel.Sweeps.Count == 1 ? "sweep" : "sweeps")} over each.</summary>"));
            using (writer.Block($"private static void {name}(int rows, {string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
            {
                new RowBody(context, kernel, LanesOf(kernel)).Write(writer, names);
            }

            return writer.ToString();
        });
        return $"{method}({KernelTexts.Times("samples", kernel.RowsPerSample)}, {string.Join(", ", arguments.Select(argument => argument.Source))});";
    }
}
