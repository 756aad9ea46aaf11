using NetGen.Runtime.TensorBoard;

namespace NetGen.Runtime;

/// <summary>
/// Counts values in TensorFlow's default buckets, whose limits grow by a tenth each from 1e-12 to 1e20 on both sides of zero
/// (<c>tsl/lib/histogram/histogram.cc</c>; <c>torch.utils.tensorboard</c> has the same). A value on a limit belongs to the bucket that begins there.
/// </summary>
internal sealed class HistogramBuckets
{
    private const int CellBits = 12;
    private const uint Sign = 0x80000000;

    /// <summary>The upper limits, rising: from the lowest double to the highest, 0 in the middle.</summary>
    private static readonly double[] Limits = MakeLimits();

    /// <summary>The bucket of the lowest number of each <see cref="Cell"/>: no cell holds more than a few limits.</summary>
    private static readonly ushort[] FirstBuckets = [.. Enumerable.Range(0, 1 << CellBits).Select(cell => (ushort)Search(Lowest((uint)cell)))];

    private readonly int[] _counts = new int[Limits.Length];

    /// <summary>The histogram of values; those that are not finite are left out.</summary>
    public HistogramProto Count(ReadOnlySpan<float> values)
    {
        Array.Clear(_counts);
        long count = 0;
        (double low, double high, double sum, double squares) = (double.PositiveInfinity, double.NegativeInfinity, 0, 0);
        foreach (float value in values)
        {
            if (float.IsFinite(value))
            {
                _counts[Bucket(value)]++;
                count++;
                low = Math.Min(low, value);
                high = Math.Max(high, value);
                sum += value;
                squares += (double)value * value;
            }
        }

        (low, high) = count > 0 ? (low, high) : (0, 0);
        var result = new HistogramProto { Num = count, Min = low, Max = high, Sum = sum, SumSquares = squares };
        AddBuckets(result);
        return result;
    }

    /// <summary>The first bucket whose limit is above a finite value.</summary>
    private static int Bucket(float value)
    {
        int bucket = FirstBuckets[Cell(value)];
        while (Limits[bucket] <= value)
        {
            bucket++;
        }

        return bucket;
    }

    /// <summary>Sign, exponent and the first three bits of the mantissa as a number that rises with the value.</summary>
    private static uint Cell(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        return ((bits & Sign) == 0 ? bits | Sign : ~bits) >> (32 - CellBits);
    }

    private static float Lowest(uint cell)
    {
        uint bits = cell << (32 - CellBits);
        return BitConverter.UInt32BitsToSingle((bits & Sign) == 0 ? ~bits : bits ^ Sign);
    }

    private static int Search(float value)
    {
        (int from, int to) = (0, Limits.Length - 1);
        while (from < to)
        {
            int middle = (from + to) / 2;
            (from, to) = Limits[middle] > value ? (from, middle) : (middle + 1, to);
        }

        return from;
    }

    private static double[] MakeLimits()
    {
        var positive = new List<double>();
        for (double limit = 1e-12; limit < 1e20; limit *= 1.1)
        {
            positive.Add(limit);
        }

        positive.Add(double.MaxValue);
        return [.. positive.Select(limit => -limit).Reverse(), 0, .. positive];
    }

    /// <summary>Neighbouring empty buckets become one.</summary>
    private void AddBuckets(HistogramProto result)
    {
        for (int i = 0; i < _counts.Length; i++)
        {
            bool continues = _counts[i] == 0 && i + 1 < _counts.Length && _counts[i + 1] == 0;
            if (!continues)
            {
                result.BucketLimit.Add(Limits[i]);
                result.Bucket.Add(_counts[i]);
            }
        }
    }
}
