using System.Numerics;

namespace NetGen.Runtime;

/// <summary>The sum of the rows' losses in double precision, in a fixed order.</summary>
internal static class LossSum
{
    /// <summary>Adds up losses in single precision.</summary>
    public static double Of(ReadOnlySpan<float> rows)
    {
        Vector<double> low = Vector<double>.Zero, high = Vector<double>.Zero;
        var i = 0;
        for (; i <= rows.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(rows[i..]), out var first, out var second);
            low += first;
            high += second;
        }

        var sum = Vector.Sum(low + high);
        for (; i < rows.Length; i++)
        {
            sum += rows[i];
        }

        return sum;
    }

    /// <summary>Adds up losses in double precision.</summary>
    public static double Of(ReadOnlySpan<double> rows)
    {
        var sums = Vector<double>.Zero;
        var i = 0;
        for (; i <= rows.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            sums += new Vector<double>(rows[i..]);
        }

        var sum = Vector.Sum(sums);
        for (; i < rows.Length; i++)
        {
            sum += rows[i];
        }

        return sum;
    }
}
