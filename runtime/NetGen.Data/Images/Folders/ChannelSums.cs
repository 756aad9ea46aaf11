namespace NetGen;

/// <summary>Mean and deviation of pixels that are seen once: sums of values and squares, in double, which pixels from 0 to 1 do not cancel.</summary>
internal sealed class ChannelSums(int channels)
{
    private readonly double[] _sums = new double[channels];
    private readonly double[] _squares = new double[channels];
    private double _count;

    public void Add(ReadOnlySpan<float> image)
    {
        int plane = image.Length / channels;
        for (int channel = 0; channel < channels; channel++)
        {
            double sum = 0, squares = 0;
            foreach (float pixel in image.Slice(channel * plane, plane))
            {
                sum += pixel;
                squares += (double)pixel * pixel;
            }

            _sums[channel] += sum;
            _squares[channel] += squares;
        }

        _count += plane;
    }

    public Normalization ToNormalization()
    {
        double[] means = Array.ConvertAll(_sums, sum => sum / _count);
        return new(means, [.. means.Select((mean, channel) => Normalization.Usable(Math.Sqrt(Math.Max(0, (_squares[channel] / _count) - (mean * mean)))))]);
    }
}
