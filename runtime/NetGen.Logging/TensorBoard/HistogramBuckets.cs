using NetGen.Runtime.TensorBoard;

namespace NetGen.Runtime;

/// <summary>
/// Counts values in TensorFlow's default buckets, whose limits grow by a tenth each from 1e-12 to 1e20 on both sides of zero
/// (<c>tsl/lib/histogram/histogram.cc</c>; <c>torch.utils.tensorboard</c> has the same). A value on a limit belongs to the bucket that begins there.
/// </summary>
internal sealed class HistogramBuckets
{
    /// <summary>The upper limits, rising: from the lowest double to the highest, 0 in the middle.</summary>
    private static readonly double[] Limits = MakeLimits();

    private readonly int[] _counts = new int[Limits.Length];

    /// <summary>The histogram of values; those that are not finite are left out.</summary>
    public HistogramProto Count(ReadOnlySpan<float> values)
    {
        Array.Clear(_counts);
        var result = new HistogramProto();
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (float value in values)
        {
            if (float.IsFinite(value))
            {
                _counts[Bucket(value)]++;
                low = Math.Min(low, value);
                high = Math.Max(high, value);
                result.Num++;
                result.Sum += value;
                result.SumSquares += (double)value * value;
            }
        }

        (result.Min, result.Max) = result.Num > 0 ? (low, high) : (0, 0);
        Add(result);
        return result;
    }

    /// <summary>The first bucket whose limit is above the value.</summary>
    private static int Bucket(double value)
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
    private void Add(HistogramProto result)
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
