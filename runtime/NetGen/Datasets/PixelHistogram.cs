namespace NetGen;

/// <summary>How often each brightness occurs: mean and deviation from exact integer sums, the same on every machine.</summary>
internal sealed class PixelHistogram
{
    private readonly long[] _counts = new long[256];
    private long _pixels;

    /// <summary>In units of full brightness: a pixel of 255 counts as 1.</summary>
    public double Mean => (double)Sum(1) / _pixels / 255;

    /// <summary>The population standard deviation, in the same unit. n² · variance is an integer: no cancellation between two large floating-point numbers.</summary>
    public double Deviation => Math.Sqrt((double)((_pixels * Sum(2)) - (Sum(1) * Sum(1)))) / _pixels / 255;

    public void Add(ReadOnlySpan<byte> pixels)
    {
        foreach (byte pixel in pixels)
        {
            _counts[pixel]++;
        }

        _pixels += pixels.Length;
    }

    /// <summary>The counts of all of them together.</summary>
    public static PixelHistogram Join(PixelHistogram[] parts)
    {
        var all = new PixelHistogram();
        foreach (var part in parts)
        {
            for (int level = 0; level < 256; level++)
            {
                all._counts[level] += part._counts[level];
            }

            all._pixels += part._pixels;
        }

        return all;
    }

    private Int128 Sum(int power)
    {
        Int128 sum = 0;
        for (int level = 0; level < 256; level++)
        {
            sum += (Int128)_counts[level] * (power == 1 ? level : level * level);
        }

        return sum;
    }
}
