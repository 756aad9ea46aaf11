using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd.Lanes;

/// <summary>Prints the sum of what all blocks of samples contribute, always in the same order, and the update of a parameter whose gradient it is.</summary>
internal sealed class LaneTotals(SimdContext context, ProgramPlan program)
{
    public int Tasks(LaneTotalKernel kernel) => kernel switch
    {
        { Target: not null } => 1,
        { Part.Operation: BlockGradientOperation weight } => Panels(weight.Inputs) * Panels(weight.Outputs),
        { Part.Operation: BlockSumOperation vector } => Panels(vector.Features),
        _ => throw new InvalidOperationException($"{kernel.Name} adds up {kernel.Part.Operation.Name}."),
    };

    private int Panels(int features) => (features + context.Width - 1) / context.Width;

    public string Print(LaneTotalKernel kernel, string task)
    {
        var method = context.Method(kernel.Name, name => kernel.Part.Operation switch
        {
            BlockGradientOperation weight => kernel.Target is null ? PrintWeight(name, kernel, weight) : PrintWeightValue(name, kernel, weight),
            BlockSumOperation sum => kernel.Target is null ? PrintVector(name, kernel, sum) : PrintRows(name, kernel, sum),
            _ => throw new InvalidOperationException($"{kernel.Name} adds up {kernel.Part.Operation.Name}."),
        });
        return Inv($"{method}(pass, chunk, {task}, ref pass.Lanes({program.Memory.Offsets[kernel.Part]}, 0));");
    }

    private static string Total(LaneTotalKernel kernel, string part, string result, string count) =>
        $"Lanes.{(kernel.Kind == Reduction.Sum ? "Total" : "Largest")}({part}, pass.LaneStride, pass.LaneBlocks, {result}, {count});";

    private string PrintWeight(string name, LaneTotalKernel kernel, BlockGradientOperation weight)
    {
        var (writer, width, parameter) = (new SourceWriter(), context.Width, context.Plan.Parameters[kernel.Parameter]);
        var (full, rest) = (weight.Outputs / width, weight.Outputs % width);
        var narrow = rest is > 0 && rest <= context.Target.Half;
        writer.Line($"/// <summary>The gradient of {parameter.Name}, [{weight.Inputs}, {weight.Outputs}]: block <paramref name=\"task\"/> of up to {width} inputs by {width} outputs, and its update.</summary>");
        using (Open(writer, name, kernel.Parameter))
        {
            writer.Line(Inv($"int inputPanel = task % {Panels(weight.Inputs)}, outputPanel = task / {Panels(weight.Inputs)};"));
            writer.Line(weight.Inputs % width == 0 ? Inv($"const int height = {width};") : Inv($"int height = Math.Min({width}, {weight.Inputs} - (inputPanel * {width}));"));
            writer.Line(narrow && full > 0 ? Inv($"int width = outputPanel < {full} ? {width} : {width / 2};") : Inv($"const int width = {(narrow ? width / 2 : width)};"));
            writer.Line(Inv($"int first = (outputPanel * {weight.Inputs * width}) + (inputPanel * {width} * width);"));
            writer.Line(Inv($"int at = {parameter.KernelOffset} + first;"));
            writer.Line($"ref {context.T} gradient = ref pass.Gradient(at, chunk);");
            writer.Line(Total(kernel, "ref Unsafe.Add(ref part, first)", "ref gradient", "height * width"));
            using (writer.Block("if (pass.Update(at, height * width, ref gradient))"))
            {
                writer.Line(parameter.KeepsTransposed
                    ? Inv($"Panels.TransposeBlock(ref pass.Parameter({parameter.KernelOffset}), {weight.Inputs}, {weight.Outputs}, inputPanel, outputPanel, ref pass.Transposed({parameter.TransposedOffset}));")
                    : "// No layer below needs the transposed weight.");
            }
        }

        return writer.ToString();
    }

    private string PrintWeightValue(string name, LaneTotalKernel kernel, BlockGradientOperation weight)
    {
        var (writer, half) = (new SourceWriter(), context.Target.Half);
        writer.Line($"/// <summary>The sum of all blocks' contributions to a weight's gradient, as a value [{weight.Outputs}, {weight.Inputs}].</summary>");
        using (Open(writer, name, -1))
        {
            writer.Line(Total(kernel, "ref part", "ref part", Inv($"{(weight.Outputs + half - 1) / half * half * weight.Inputs}")));
            writer.Line(Inv($"Panels.WeightToRows(ref part, {weight.Outputs}, {weight.Inputs}, ref pass.Fixed({program.Memory.Offsets[kernel.Target!]}));"));
        }

        return writer.ToString();
    }

    private string PrintVector(string name, LaneTotalKernel kernel, BlockSumOperation sum)
    {
        var (writer, width, parameter) = (new SourceWriter(), context.Width, context.Plan.Parameters[kernel.Parameter]);
        writer.Line($"/// <summary>The gradient of {parameter.Name}, [{sum.Features}]: panel <paramref name=\"task\"/>, and its update.</summary>");
        using (Open(writer, name, kernel.Parameter))
        {
            writer.Line(Inv($"int first = task * {width};"));
            writer.Line(Inv($"int features = Math.Min({width}, {sum.Features} - first);"));
            writer.Line(Inv($"int count = Math.Min({width}, {parameter.KernelLength} - first);"));
            writer.Line(Inv($"int at = {parameter.KernelOffset} + first;"));
            writer.Line($"ref {context.T} gradient = ref pass.Gradient(at, chunk);");
            writer.Line("MemoryMarshal.CreateSpan(ref gradient, count).Clear();");
            writer.Line(Total(kernel, "ref Unsafe.Add(ref part, first)", "ref gradient", "features"));
            writer.Line("pass.Update(at, count, ref gradient);");
        }

        return writer.ToString();
    }

    /// <summary>Rows of panels, with zeros behind the last number.</summary>
    private string PrintRows(string name, LaneTotalKernel kernel, BlockSumOperation sum)
    {
        var (writer, width, half) = (new SourceWriter(), context.Width, context.Target.Half);
        writer.Line($"/// <summary>The {(kernel.Kind == Reduction.Sum ? "sum" : "maximum")} of all blocks' contributions: {sum.Rows} rows of {sum.Features} numbers.</summary>");
        using (Open(writer, name, -1))
        {
            writer.Line(Inv($"ref {context.T} result = ref pass.Fixed({program.Memory.Offsets[kernel.Target!]});"));
            using (sum.Rows > 1 ? writer.Block(Inv($"for (nint row = 0; row < {sum.Rows}; row++)")) : null)
            using (sum.Features > width ? writer.Block(Inv($"for (nint first = 0; first < {sum.Features}; first += {width})")) : null)
            {
                var (row, first) = (sum.Rows > 1 ? "row" : "0", sum.Features > width ? "first" : "0");
                writer.Line(Inv($"ref {context.T} numbers = ref Unsafe.Add(ref result, ({first} * {sum.Rows}) + ({row} * {width}));"));
                if (sum.Features % half != 0)
                {
                    writer.Line(Inv($"MemoryMarshal.CreateSpan(ref numbers, Math.Min({width}, {(sum.Features + half - 1) / half * half} - (int){first})).Clear();"));
                }

                writer.Line(Total(kernel, Inv($"ref Unsafe.Add(ref part, ({row} * {sum.Features}) + {first})"), "ref numbers", sum.Features > width ? Inv($"(int)Math.Min({width}, {sum.Features} - first)") : Inv($"{sum.Features}")));
            }
        }

        return writer.ToString();
    }

    private IDisposable Open(SourceWriter writer, string name, int parameter)
    {
        var block = writer.Block($"private static void {name}(Pass<{context.T}> pass, int chunk, int task, ref {context.T} part)");
        if (parameter >= 0)
        {
            using (writer.Block(Inv($"if (pass.Storage.IsFrozen({parameter}))")))
            {
                writer.Line("return;");
            }

            writer.Line();
        }

        return block;
    }
}
