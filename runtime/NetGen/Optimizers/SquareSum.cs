using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen;

/// <summary>The sum of squares in double precision, in eight sums side by side whatever the machine: the same bits everywhere.</summary>
internal static class SquareSum
{
    /// <param name="values">The values, whole vectors of 64 bytes.</param>
    /// <param name="limit">What the values are clipped to first, infinite for no clipping.</param>
    public static double Of(ReadOnlySpan<float> values, double limit)
    {
        var (low, high) = (Vector512<double>.Zero, Vector512<double>.Zero);
        var (lowest, highest) = (Vector512.Create(-(float)limit), Vector512.Create((float)limit));
        foreach (var vector in MemoryMarshal.Cast<float, Vector512<float>>(values))
        {
            var (first, second) = Vector512.Widen(Vector512.Max(Vector512.Min(vector, highest), lowest));
            low += first * first;
            high += second * second;
        }

        return InOrder(low + high);
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{float}, double)"/>
    public static double Of(ReadOnlySpan<double> values, double limit)
    {
        var sums = Vector512<double>.Zero;
        var (lowest, highest) = (Vector512.Create(-limit), Vector512.Create(limit));
        foreach (var vector in MemoryMarshal.Cast<double, Vector512<double>>(values))
        {
            var clipped = Vector512.Max(Vector512.Min(vector, highest), lowest);
            sums += clipped * clipped;
        }

        return InOrder(sums);
    }

    private static double InOrder(Vector512<double> lanes)
    {
        var sum = 0.0;
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
        {
            sum += lanes[lane];
        }

        return sum;
    }
}
