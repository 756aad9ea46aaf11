using NetGen.Compiler.Fusion.Lanes;

namespace NetGen.Compiler.Emission.Simd.Lanes;

/// <summary>Prints the sum of what all blocks of samples contribute to the gradient of a weight, always in the same order, and the update of the weight.</summary>
internal sealed class LaneTotals(SimdContext context, ProgramPlan program)
{
    public int Tasks(LaneTotalKernel kernel) => kernel.Target is null ? Panels(kernel.K) * Panels(kernel.N) : 1;

    private int Panels(int features) => (features + context.Width - 1) / context.Width;

    public string Print(LaneTotalKernel kernel, string task)
    {
        var method = context.Method(kernel.Name, name => kernel.Target is null ? PrintUpdate(name, kernel) : PrintValue(name, kernel));
        return Inv($"{method}(pass, chunk, {task}, ref pass.Lanes({program.Memory.Offsets[kernel.Part]}, 0));");
    }

    private string PrintUpdate(string name, LaneTotalKernel kernel)
    {
        var (writer, width, parameter) = (new SourceWriter(), context.Width, context.Plan.Parameters[kernel.Parameter]);
        var (full, rest) = (kernel.N / width, kernel.N % width);
        var narrow = rest is > 0 && rest <= context.Target.Half;
        writer.Line($"/// <summary>The gradient of {parameter.Name}, [{kernel.K}, {kernel.N}]: block <paramref name=\"task\"/> of up to {width} inputs by {width} outputs, and its update.</summary>");
        using (writer.Block($"private static void {name}(Pass<{context.T}> pass, int chunk, int task, ref {context.T} part)"))
        {
            using (writer.Block(Inv($"if (pass.Storage.IsFrozen({kernel.Parameter}))")))
            {
                writer.Line("return;");
            }

            writer.Line();
            writer.Line(Inv($"int inputPanel = task % {Panels(kernel.K)}, outputPanel = task / {Panels(kernel.K)};"));
            writer.Line(kernel.K % width == 0 ? Inv($"const int height = {width};") : Inv($"int height = Math.Min({width}, {kernel.K} - (inputPanel * {width}));"));
            writer.Line(narrow && full > 0 ? Inv($"int width = outputPanel < {full} ? {width} : {width / 2};") : Inv($"const int width = {(narrow ? width / 2 : width)};"));
            writer.Line(Inv($"int first = (outputPanel * {kernel.K * width}) + (inputPanel * {width} * width);"));
            writer.Line(Inv($"int at = {parameter.KernelOffset} + first;"));
            writer.Line($"ref {context.T} gradient = ref pass.Gradient(at, chunk);");
            writer.Line("Lanes.Total(ref Unsafe.Add(ref part, first), pass.LaneStride, pass.LaneBlocks, ref gradient, height * width);");
            using (writer.Block("if (pass.Update(at, height * width, ref gradient))"))
            {
                writer.Line(parameter.KeepsTransposed
                    ? Inv($"Panels.TransposeBlock(ref pass.Parameter({parameter.KernelOffset}), {kernel.K}, {kernel.N}, inputPanel, outputPanel, ref pass.Transposed({parameter.TransposedOffset}));")
                    : "// No layer below needs the transposed weight.");
            }
        }

        return writer.ToString();
    }

    private string PrintValue(string name, LaneTotalKernel kernel)
    {
        var (writer, half) = (new SourceWriter(), context.Target.Half);
        writer.Line($"/// <summary>The sum of all blocks' contributions to a weight's gradient, as a value [{kernel.N}, {kernel.K}].</summary>");
        using (writer.Block($"private static void {name}(Pass<{context.T}> pass, int chunk, int task, ref {context.T} part)"))
        {
            writer.Line(Inv($"Lanes.Total(ref part, pass.LaneStride, pass.LaneBlocks, ref part, {(kernel.N + half - 1) / half * half * kernel.K});"));
            writer.Line(Inv($"Panels.WeightToRows(ref part, {kernel.N}, {kernel.K}, ref pass.Fixed({program.Memory.Offsets[kernel.Target!]}));"));
        }

        return writer.ToString();
    }
}
