using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// The map from a raw value x to (x - mean) / standard deviation: one pair for all features, or one for each channel of images.
/// A network trained on normalised data must be asked about data normalised by the same map: <c>Fit</c> notes it in the network, whose file keeps it.
/// </summary>
public sealed partial record Normalization
{
    private readonly double[] _means;
    private readonly double[] _deviations;

    /// <summary>One pair for all features.</summary>
    /// <param name="mean">The mean of the training part. For images read from files in units of full brightness: a pixel of 255 counts as 1.</param>
    /// <param name="standardDeviation">The (population) standard deviation of the training part, in the same unit; greater than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite, or the standard deviation not above zero.</exception>
    public Normalization(double mean, double standardDeviation)
        : this([mean], [standardDeviation])
    {
    }

    /// <summary>A pair for each channel of inputs that have their channels first.</summary>
    /// <param name="means">A mean for each channel, at least one.</param>
    /// <param name="standardDeviations">Equally many standard deviations, each greater than zero.</param>
    /// <exception cref="ArgumentException">There is none, or there are more of the ones than of the others.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite, or a standard deviation not above zero.</exception>
    public Normalization(IReadOnlyList<double> means, IReadOnlyList<double> standardDeviations)
    {
        ArgumentNullException.ThrowIfNull(means);
        ArgumentNullException.ThrowIfNull(standardDeviations);
        if (means.Count == 0 || means.Count != standardDeviations.Count)
        {
            throw new ArgumentException($"A normalisation has a mean and a standard deviation for each channel; {means.Count} and {standardDeviations.Count} are given.", nameof(means));
        }

        _means = [.. means];
        _deviations = [.. standardDeviations];
        for (int channel = 0; channel < _means.Length; channel++)
        {
            if (!double.IsFinite(_means[channel]))
            {
                throw new ArgumentOutOfRangeException(nameof(means), _means[channel], "The mean of a normalisation is a finite number.");
            }

            if (!double.IsFinite(_deviations[channel]) || _deviations[channel] <= 0)
            {
                throw new ArgumentOutOfRangeException(nameof(standardDeviations), _deviations[channel], "The standard deviation of a normalisation is a finite number above zero.");
            }
        }
    }

    /// <summary>The means of the raw values: one, or one per channel.</summary>
    public IReadOnlyList<double> Means => _means;

    /// <summary>The standard deviations of the raw values: one, or one per channel.</summary>
    public IReadOnlyList<double> StandardDeviations => _deviations;

    /// <summary>The mean of the raw values.</summary>
    /// <exception cref="InvalidOperationException">There is one per channel.</exception>
    public double Mean => Only(_means, nameof(Means));

    /// <summary>The standard deviation of the raw values.</summary>
    /// <exception cref="InvalidOperationException">There is one per channel.</exception>
    public double StandardDeviation => Only(_deviations, nameof(StandardDeviations));

    /// <summary>Normalises raw values in place: any number by one pair, or one sample by a pair per channel.</summary>
    /// <param name="values">Raw values; pixels in units of full brightness. Of a sample with channels, these first: their values one channel after the other.</param>
    /// <exception cref="ArgumentException">The values do not divide among the channels.</exception>
    public void Apply(Span<float> values)
    {
        int size = ChannelSize(values.Length);
        for (int channel = 0; channel < _means.Length; channel++)
        {
            foreach (ref float value in values.Slice(channel * size, size))
            {
                value = Apply(value, channel);
            }
        }
    }

    /// <summary>Normalises one raw value.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">There is a pair per channel: say which.</exception>
    public float Apply(float value) => (float)((value - Mean) / StandardDeviation);

    /// <summary>Normalises one raw value of a channel.</summary>
    /// <param name="value">The value.</param>
    /// <param name="channel">The channel, from 0; without meaning where one pair is for all.</param>
    public float Apply(float value, int channel) => (float)((value - _means[Pair(channel)]) / _deviations[Pair(channel)]);

    /// <summary>Brings normalised values back to raw ones in place, for example to show an image.</summary>
    /// <param name="values">Normalised values: any number by one pair, or one sample by a pair per channel.</param>
    /// <exception cref="ArgumentException">The values do not divide among the channels.</exception>
    public void Undo(Span<float> values)
    {
        int size = ChannelSize(values.Length);
        for (int channel = 0; channel < _means.Length; channel++)
        {
            foreach (ref float value in values.Slice(channel * size, size))
            {
                value = (float)((value * _deviations[channel]) + _means[channel]);
            }
        }
    }

    /// <summary>Whether both map every value alike.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(Normalization? other) =>
        other is not null && _means.AsSpan().SequenceEqual(other._means) && _deviations.AsSpan().SequenceEqual(other._deviations);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(MemoryMarshal.AsBytes<double>(_means));
        hash.AddBytes(MemoryMarshal.AsBytes<double>(_deviations));
        return hash.ToHashCode();
    }

    /// <summary>For example "mean 0.5, standard deviation 0.25", or "means 0.5, 0.4, 0.3, standard deviations 0.2, 0.2, 0.3".</summary>
    public override string ToString()
    {
        string many = _means.Length > 1 ? "s" : "";
        return $"mean{many} {Join(_means)}, standard deviation{many} {Join(_deviations)}";
    }

    /// <summary>The pair of a channel.</summary>
    internal int Pair(int channel) => _means.Length == 1 ? 0 : channel;

    /// <summary>Why inputs of a shape cannot be normalised so, in words that a sentence can go on with; null if they can.</summary>
    internal string? WhyNot(IReadOnlyList<int> shape) => _means.Length == 1 || (shape.Count > 1 && shape[0] == _means.Length)
        ? null
        : $"the normalisation has {_means.Length} channels, the inputs are {Shapes.Format(shape)}";

    private static string Join(double[] numbers) => string.Join(", ", numbers.Select(number => FormattableString.Invariant($"{number}")));

    private double Only(double[] numbers, string all) => numbers.Length == 1
        ? numbers[0]
        : throw new InvalidOperationException($"This normalisation has a pair for each of {numbers.Length} channels: use {all}.");

    private int ChannelSize(int values) => values % _means.Length == 0
        ? values / _means.Length
        : throw new ArgumentException($"{values} values do not divide among the {_means.Length} channels of the normalisation.", nameof(values));
}
