namespace NetGen.Compiler.Emission.Ilgpu.Updates;

/// <summary>Prints what is done with a gradient before the rule of an optimizer: slices are added, steps are accumulated, the norm is taken.</summary>
internal static class GradientSums
{
    /// <summary>The gradient of a value: the copies of all slices of the batch, added in their order.</summary>
    public static void WriteGradient(SourceWriter writer, string index)
    {
        writer.Line($"var g = gradients[{index}];");
        using (writer.Block("for (var slice = 1; slice < update.Slices; slice++)"))
        {
            writer.Line($"g = g + gradients[(slice * update.Length) + {index}];");
        }

        writer.Line();
    }

    public static void WriteClip(SourceWriter writer)
    {
        writer.Line("g = g > update.Limit ? update.Limit : g;");
        writer.Line("g = g < -update.Limit ? -update.Limit : g;");
    }

    public static void Write(SourceWriter writer, string scalar, string signature, int threads, int normBlocks)
    {
        WriteSum(writer, signature, threads);
        writer.Line();
        WriteAccumulate(writer, signature, threads);
        writer.Line();
        WriteSquares(writer, scalar, signature, threads, normBlocks);
        writer.Line();
        WriteNorm(writer, scalar, signature, threads, normBlocks);
    }

    private static void WriteSum(SourceWriter writer, string signature, int threads)
    {
        writer.Line("/// <summary>Adds the slices up in the first.</summary>");
        using (writer.Block($"public static void Sum({signature})"))
        {
            writer.Line(Inv($"var i = (Grid.IdxX * {threads}) + Group.IdxX;"));
            using (writer.Block("if (i < update.Length)"))
            {
                WriteGradient(writer, "i");
                writer.Line("gradients[i] = g;");
            }
        }
    }

    private static void WriteAccumulate(SourceWriter writer, string signature, int threads)
    {
        writer.Line("/// <summary>Adds a share of the gradient to what is accumulated; what was gathered for a parameter before it was frozen is dropped.</summary>");
        using (writer.Block($"public static void Accumulate({signature})"))
        {
            writer.Line(Inv($"var i = (Grid.IdxX * {threads}) + Group.IdxX;"));
            using (writer.Block("if (i < update.Length)"))
            {
                WriteGradient(writer, "i");
                writer.Line("g = g / update.Divisor;");
                writer.Line("g = update.Kept != 0 ? states[i] + g : g;");
                writer.Line("states[i] = units[i >> 6] >= 0 ? g : 0;");
            }
        }
    }

    private static void WriteSquares(SourceWriter writer, string scalar, string signature, int threads, int blocks)
    {
        writer.Line("/// <summary>The sum of squares of the parameters that are not frozen, one per block.</summary>");
        using (writer.Block($"public static void Squares({signature})"))
        {
            writer.Line($"{scalar} sum = 0;");
            using (writer.Block(Inv($"for (var i = (Grid.IdxX * {threads}) + Group.IdxX; i < update.Length; i += {threads * blocks})")))
            {
                using (writer.Block("if (units[i >> 6] >= 0)"))
                {
                    WriteGradient(writer, "i");
                    WriteClip(writer);
                    writer.Line("sum = sum + (g * g);");
                }
            }

            writer.Line();
            WriteTree(writer, scalar, threads);
            using (writer.Block("if (Group.IdxX == 0)"))
            {
                writer.Line("states[Grid.IdxX] = sums[0];");
            }
        }
    }

    private static void WriteNorm(SourceWriter writer, string scalar, string signature, int threads, int blocks)
    {
        writer.Line("/// <summary>The norm from the sums of the blocks.</summary>");
        using (writer.Block($"public static void Norm({signature})"))
        {
            writer.Line(Inv($"{scalar} sum = Group.IdxX < {blocks} && Group.IdxX * {threads} < update.Length ? states[Group.IdxX] : 0;"));
            WriteTree(writer, scalar, threads);
            using (writer.Block("if (Group.IdxX == 0)"))
            {
                writer.Line($"results[63] = {(scalar == "float" ? "MathF" : "Math")}.Sqrt(sums[0]);");
            }
        }
    }

    /// <summary>The sum over the threads of a block, in <c>sums[0]</c>.</summary>
    private static void WriteTree(SourceWriter writer, string scalar, int threads)
    {
        writer.Line(Inv($"var sums = SharedMemory.Allocate<{scalar}>({threads});"));
        writer.Line("sums[Group.IdxX] = sum;");
        writer.Line("Group.Barrier();");
        using (writer.Block(Inv($"for (var half = {threads / 2}; half > 0; half >>= 1)")))
        {
            using (writer.Block("if (Group.IdxX < half)"))
            {
                writer.Line("sums[Group.IdxX] = sums[Group.IdxX] + sums[Group.IdxX + half];");
            }

            writer.Line();
            writer.Line("Group.Barrier();");
        }

        writer.Line();
    }
}
