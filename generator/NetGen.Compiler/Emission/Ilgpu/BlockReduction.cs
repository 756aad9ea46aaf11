using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>Sums and maxima over the threads of a block, in shared memory: always in the same order, so that results repeat.</summary>
internal static class BlockReduction
{
    /// <summary>One more value into an accumulator. The maximum takes the second operand where one is NaN, as the vector kernels do.</summary>
    public static string Step(Reduction kind, string total, string value, string temporary) => kind == Reduction.Sum
        ? $"{total} += {value};"
        : $"var {temporary} = {value};\n{total} = {total} > {temporary} ? {total} : {temporary};";

    /// <summary>A method that combines the values of <paramref name="lanes"/> consecutive threads, and gives the result to all of them.</summary>
    public static string Lanes(GpuContext context, Reduction kind, int lanes) => context.Method(Inv($"{(kind == Reduction.Sum ? "Sum" : "Max")}Of{lanes}"), name =>
    {
        var writer = new SourceWriter();
        writer.Line(Inv($"/// <summary>The {(kind == Reduction.Sum ? "sum" : "maximum")} of the values of {lanes} consecutive threads. All threads of the block have to come.</summary>"));
        using (writer.Block($"private static {context.T} {name}({context.View} scratch, {context.T} value)"))
        {
            writer.Line($"int lane = {KernelTexts.Remainder("Group.IdxX", lanes)};");
            writer.Line("Group.Barrier();");
            writer.Line("scratch[Group.IdxX] = value;");
            writer.Line("Group.Barrier();");
            WriteHalving(writer, context, kind, Inv($"int half = {lanes / 2}; half > 0"), "lane");

            writer.Line();
            writer.Line("return scratch[Group.IdxX - lane];");
        }

        return writer.ToString();
    });

    /// <summary>
    /// A method for threads in columns: combines the values of all threads whose numbers are equal modulo <paramref name="columns"/>, and gives the
    /// result to the first of them.
    /// </summary>
    public static string Columns(GpuContext context, Reduction kind, int columns, int threads) => context.Method(Inv($"{(kind == Reduction.Sum ? "Sum" : "Max")}Columns{columns}"), name =>
    {
        var writer = new SourceWriter();
        writer.Line(Inv($"/// <summary>The {(kind == Reduction.Sum ? "sums" : "maxima")} of {columns} columns of threads, for the first {columns} threads. All threads of the block have to come.</summary>"));
        using (writer.Block($"private static {context.T} {name}({context.View} scratch, {context.T} value)"))
        {
            writer.Line("scratch[Group.IdxX] = value;");
            writer.Line("Group.Barrier();");
            WriteHalving(writer, context, kind, Inv($"int half = {threads / 2}; half >= {columns}"), "Group.IdxX");

            writer.Line();
            writer.Line("return scratch[Group.IdxX];");
        }

        return writer.ToString();
    });

    /// <summary>The loop in which each thread in the lower half takes over what its partner in the upper half has.</summary>
    private static void WriteHalving(SourceWriter writer, GpuContext context, Reduction kind, string halves, string thread)
    {
        using (writer.Block($"for ({halves}; half >>= 1)"))
        {
            using (writer.Block($"if ({thread} < half)"))
            {
                WriteStep(writer, context, kind);
            }

            writer.Line();
            writer.Line("Group.Barrier();");
        }
    }

    private static void WriteStep(SourceWriter writer, GpuContext context, Reduction kind)
    {
        if (kind == Reduction.Sum)
        {
            writer.Line("scratch[Group.IdxX] += scratch[Group.IdxX + half];");
            return;
        }

        writer.Line($"{context.T} other = scratch[Group.IdxX + half];");
        writer.Line("scratch[Group.IdxX] = scratch[Group.IdxX] > other ? scratch[Group.IdxX] : other;");
    }
}
