using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>
/// Prints kernels that work row by row: softmax, normalisation, losses and their gradients. A row that fits into one vector stays
/// in registers from its first load to its last store.
/// </summary>
internal sealed class RowKernelPrinter(SimdContext context, ProgramPlan program)
{
    public string Print(RowKernel kernel)
    {
        var body = new RowBody(context, kernel, new RowLanes(context, 1));
        var values = kernel.Writes.Concat(kernel.Reads).Concat(kernel.Operands.Where(Argument.IsPassed).Where(operand => !body.IsOwnUnstored(operand))).Distinct().ToList();
        var names = SimdContext.Locals(values);
        var arguments = values.Select(value => Argument.Of(context, program, value, names[value], "from")).ToList();
        var method = context.Method(kernel.Name, name => PrintMethod(name, kernel, names, arguments));
        return $"{method}({Argument.Scaled("rows", kernel.RowsPerSample)}, {Argument.Scaled("stride", kernel.RowsPerSample)}, {string.Join(", ", arguments.Select(argument => argument.Source))});";
    }

    private string PrintMethod(string name, RowKernel kernel, IReadOnlyDictionary<Node, string> names, IReadOnlyList<Argument> arguments)
    {
        var writer = new SourceWriter();
        var side = RowLanes.For(context, kernel.Features);
        writer.Line(Inv($"/// <summary>Rows of {kernel.Features}, in {kernel.Sweeps.Count} {(kernel.Sweeps.Count == 1 ? "sweep" : "sweeps")} over each.</summary>"));
        using (writer.Block($"private static void {name}(nint rows, nint stride, {string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
        {
            writer.Line("nint row = 0;");
            if (side.PerVector > 1)
            {
                writer.Line(Inv($"// {side.PerVector} rows side by side in a vector."));
                WriteLoop(writer, kernel, side, names, Inv($"for (; row <= rows - {side.PerVector}; row += {side.PerVector})"));
                writer.Line();
                writer.Line("// The rows that are left, one by one.");
            }

            WriteLoop(writer, kernel, new RowLanes(context, 1), names, "for (; row < rows; row++)");
        }

        return writer.ToString();
    }

    /// <summary>The loop in a block of its own: both ways to walk over the rows may use the same names.</summary>
    private void WriteLoop(SourceWriter writer, RowKernel kernel, RowLanes lanes, IReadOnlyDictionary<Node, string> names, string header)
    {
        var body = new RowBody(context, kernel, lanes);
        using (writer.Block(""))
        {
            body.WriteSetup(writer);
            using (writer.Block(header))
            {
                body.Write(writer, names);
            }
        }
    }
}
