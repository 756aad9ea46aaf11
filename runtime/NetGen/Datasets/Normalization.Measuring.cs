namespace NetGen;

public sealed partial record Normalization
{
    /// <summary>Measures values. Constant values get the standard deviation 1, so that they are merely shifted.</summary>
    /// <param name="values">At least one finite value.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static Normalization Of(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("A normalisation is measured on at least one value; none was given.", nameof(values));
        }

        return OfChannels(values, values.Length, 1);
    }

    /// <summary>Measures each channel of images. A constant channel gets the standard deviation 1, so that it is merely shifted.</summary>
    /// <param name="values">Finite values, sample after sample, at least one sample.</param>
    /// <param name="shape">The shape of one sample, its channels first: 3, 32, 32.</param>
    /// <returns>A pair for each channel.</returns>
    /// <exception cref="ArgumentException">There is no whole number of samples, or the shape is not one.</exception>
    public static Normalization PerChannel(ReadOnlySpan<float> values, params int[] shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        int size = Dataset.SizeOf(shape);
        if (shape.Length == 0 || values.IsEmpty || values.Length % size != 0)
        {
            throw new ArgumentException($"{values.Length} values are not a whole number of samples of shape {Shapes.Format(shape)} ({size} values each).", nameof(values));
        }

        return OfChannels(values, size, shape[0]);
    }

    /// <summary>Measures pixels 0 … 255: exact integer sums, the same result on every machine.</summary>
    internal static Normalization OfPixels(ReadOnlySpan<byte> pixels)
    {
        var histogram = new PixelHistogram();
        histogram.Add(pixels);
        return OfPixels([histogram]);
    }

    /// <summary>The pairs of counted pixels, a histogram for each channel.</summary>
    internal static Normalization OfPixels(PixelHistogram[] channels) =>
        new(Array.ConvertAll(channels, channel => channel.Mean), Array.ConvertAll(channels, channel => Usable(channel.Deviation)));

    internal static double Usable(double deviation) => deviation > 0 ? deviation : 1;

    private static Normalization OfChannels(ReadOnlySpan<float> values, int sampleSize, int channels)
    {
        var (means, deviations) = (new double[channels], new double[channels]);
        int count = values.Length / sampleSize, size = sampleSize / channels;
        for (int channel = 0; channel < channels; channel++)
        {
            double sum = 0, squares = 0;
            for (int sample = 0; sample < count; sample++)
            {
                foreach (float value in values.Slice((sample * sampleSize) + (channel * size), size))
                {
                    sum += value;
                }
            }

            double mean = sum / ((double)count * size);
            for (int sample = 0; sample < count; sample++)
            {
                foreach (float value in values.Slice((sample * sampleSize) + (channel * size), size))
                {
                    squares += (value - mean) * (value - mean);
                }
            }

            means[channel] = mean;
            deviations[channel] = Usable(Math.Sqrt(squares / ((double)count * size)));
        }

        return new Normalization(means, deviations);
    }
}
