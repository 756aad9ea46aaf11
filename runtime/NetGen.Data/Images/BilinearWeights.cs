namespace NetGen;

/// <summary>
/// From which values of a row, and with which weights, those of a scaled one come: a triangle as wide as two of the wider pixels, which is bilinear interpolation when enlarging, and averages
/// over all that is covered when shrinking (Pillow's <c>BILINEAR</c>, PyTorch's <c>interpolate(mode="bilinear", antialias=True)</c>).
/// </summary>
internal sealed class BilinearWeights
{
    private readonly long _scaled;
    private readonly int _widest;
    private readonly int[] _first;
    private readonly int[] _counts;
    private readonly float[] _weights;

    /// <param name="source">Values of the row, at least 1.</param>
    /// <param name="scaled">Values of the whole scaled row, at least 1.</param>
    /// <param name="start">The first of those that are wanted.</param>
    /// <param name="count">How many are wanted.</param>
    public BilinearWeights(int source, long scaled, long start, int count)
    {
        (Source, _scaled, Start, Count) = (source, scaled, start, count);
        double scale = (double)source / scaled, width = Math.Max(scale, 1);
        _widest = (int)Math.Min(source, (2 * Math.Ceiling(width)) + 1);
        (_first, _counts, _weights) = (new int[count], new int[count], new float[checked(count * _widest)]);
        for (int i = 0; i < count; i++)
        {
            double middle = (start + i + 0.5) * scale;
            int first = (int)Math.Max(middle - width + 0.5, 0), end = (int)Math.Min(middle + width + 0.5, source);
            (_first[i], _counts[i]) = (first, end - first);
            Fill(_weights.AsSpan(i * _widest, end - first), first + 0.5 - middle, width);
        }
    }

    public int Source { get; }

    public long Start { get; }

    public int Count { get; }

    public bool IsFor(int source, long scaled, long start, int count) => (Source, _scaled, Start, Count) == (source, scaled, start, count);

    /// <summary>Where the values for one of the wanted ones begin, and their weights.</summary>
    public ReadOnlySpan<float> Of(int index, out int first)
    {
        first = _first[index];
        return _weights.AsSpan(index * _widest, _counts[index]);
    }

    private static void Fill(Span<float> weights, double offset, double width)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += Triangle((i + offset) / width);
        }

        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = (float)(Triangle((i + offset) / width) / sum);
        }
    }

    private static double Triangle(double distance) => Math.Max(0, 1 - Math.Abs(distance));
}
