namespace NetGen;

/// <summary>
/// The map from a raw value x to (x - <paramref name="Mean"/>) / <paramref name="StandardDeviation"/>, one pair for all features.
/// A network trained on normalised data must be asked about data normalised by the same pair: keep it with the model.
/// </summary>
/// <param name="Mean">The mean of the training part. For images read from IDX files in units of full brightness: a pixel of 255 counts as 1.</param>
/// <param name="StandardDeviation">The (population) standard deviation of the training part, in the same unit; greater than zero.</param>
public sealed record Normalization(double Mean, double StandardDeviation)
{
    /// <summary>The mean of the raw values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double Mean { get; } = double.IsFinite(Mean)
        ? Mean
        : throw new ArgumentOutOfRangeException(nameof(Mean), Mean, "The mean of a normalisation is a finite number.");

    /// <summary>The standard deviation of the raw values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN, infinite, zero or negative.</exception>
    public double StandardDeviation { get; } = double.IsFinite(StandardDeviation) && StandardDeviation > 0
        ? StandardDeviation
        : throw new ArgumentOutOfRangeException(nameof(StandardDeviation), StandardDeviation, "The standard deviation of a normalisation is a finite number above zero.");

    /// <summary>Measures values. Constant values get the standard deviation 1, so that they are merely shifted.</summary>
    /// <param name="values">At least one finite value.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static Normalization Of(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("A normalisation is measured on at least one value; none was given.", nameof(values));
        }

        double sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }

        double mean = sum / values.Length, squares = 0;
        foreach (float value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        double deviation = Math.Sqrt(squares / values.Length);
        return new Normalization(mean, deviation > 0 ? deviation : 1);
    }

    /// <summary>Normalises raw values in place.</summary>
    /// <param name="values">Raw values; pixels in units of full brightness.</param>
    public void Apply(Span<float> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Apply(values[i]);
        }
    }

    /// <summary>Normalises one raw value.</summary>
    public float Apply(float value) => (float)((value - Mean) / StandardDeviation);

    /// <summary>Measures pixels 0 … 255 by their histogram: exact integer sums, the same result on every machine.</summary>
    internal static Normalization OfPixels(ReadOnlySpan<byte> pixels)
    {
        Span<long> counts = stackalloc long[256];
        counts.Clear();
        foreach (byte pixel in pixels)
        {
            counts[pixel]++;
        }

        Int128 sum = 0, squares = 0;
        for (int level = 0; level < 256; level++)
        {
            sum += (Int128)counts[level] * level;
            squares += (Int128)counts[level] * level * level;
        }

        // n² · variance as an integer: no cancellation between two large floating-point numbers.
        Int128 n = pixels.Length;
        double mean = (double)sum / pixels.Length / 255;
        double deviation = Math.Sqrt((double)((n * squares) - (sum * sum))) / pixels.Length / 255;
        return new Normalization(mean, deviation > 0 ? deviation : 1);
    }
}
