namespace NetGen.Runtime;

/// <summary>Lists of spans over several values that lie in one array, the first of all samples before the second.</summary>
internal static class Parts
{
    /// <summary>The values to read.</summary>
    /// <param name="values">All values.</param>
    /// <param name="batch">Samples.</param>
    /// <param name="sizes">Values per sample of each.</param>
    public static SpanList<T> ToRead<T>(ReadOnlySpan<T> values, int batch, int[] sizes) => new(
        Of(values, batch, sizes, 0), Of(values, batch, sizes, 1), Of(values, batch, sizes, 2), Of(values, batch, sizes, 3),
        Of(values, batch, sizes, 4), Of(values, batch, sizes, 5), Of(values, batch, sizes, 6), Of(values, batch, sizes, 7));

    /// <summary>The values to write.</summary>
    /// <param name="values">All values.</param>
    /// <param name="batch">Samples.</param>
    /// <param name="sizes">Values per sample of each.</param>
    public static WritableSpanList<T> ToWrite<T>(Span<T> values, int batch, int[] sizes) => new(
        Of(values, batch, sizes, 0), Of(values, batch, sizes, 1), Of(values, batch, sizes, 2), Of(values, batch, sizes, 3),
        Of(values, batch, sizes, 4), Of(values, batch, sizes, 5), Of(values, batch, sizes, 6), Of(values, batch, sizes, 7));

    /// <summary>Arrays to write, at most eight.</summary>
    public static WritableSpanList<T> Over<T>(T[][] arrays) => new(
        At(arrays, 0), At(arrays, 1), At(arrays, 2), At(arrays, 3), At(arrays, 4), At(arrays, 5), At(arrays, 6), At(arrays, 7));

    private static T[] At<T>(T[][] arrays, int index) => index < arrays.Length ? arrays[index] : [];

    private static ReadOnlySpan<T> Of<T>(ReadOnlySpan<T> values, int batch, int[] sizes, int index) =>
        index < sizes.Length ? values.Slice(batch * Before(sizes, index), batch * sizes[index]) : default;

    private static Span<T> Of<T>(Span<T> values, int batch, int[] sizes, int index) =>
        index < sizes.Length ? values.Slice(batch * Before(sizes, index), batch * sizes[index]) : default;

    private static int Before(int[] sizes, int index)
    {
        var sum = 0;
        for (var i = 0; i < index; i++)
        {
            sum += sizes[i];
        }

        return sum;
    }
}
