namespace NetGen.Compiler.Emission.Simd.Lanes;

/// <summary>How extents that are known are cut into tiles and panels, and the loops over them.</summary>
internal static class LaneRanges
{
    /// <summary>Whole tiles, and what is left.</summary>
    public static IEnumerable<(int From, int Count, int Size)> Of(int extent, int size)
    {
        if (extent >= size)
        {
            yield return (0, extent / size, size);
        }

        if (extent % size > 0)
        {
            yield return (extent / size * size, 1, extent % size);
        }
    }

    /// <summary>The panels of a weight: whole ones, and a last one that may be narrow.</summary>
    public static IEnumerable<(int First, int Count, int Outputs, string Wide)> Panels(SimdContext context, int outputs)
    {
        var (whole, rest) = (outputs / context.Width, outputs % context.Width);
        if (whole > 0)
        {
            yield return (0, whole, context.Width, Inv($"{context.Width}"));
        }

        if (rest > 0)
        {
            yield return (whole * context.Width, 1, rest, Inv($"{(rest <= context.Target.Half ? context.Target.Half : context.Width)}"));
        }
    }

    /// <summary>The head of a loop over <paramref name="count"/> tiles, or nothing for a single one.</summary>
    public static IDisposable? Loop(SourceWriter writer, string index, int from, int count, int size) =>
        count == 1 ? null : writer.Block(Inv($"for (nint {index} = {from}; {index} < {from + (count * size)}; {index} += {size})"));
}
