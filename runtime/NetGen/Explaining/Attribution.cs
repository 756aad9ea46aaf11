namespace NetGen;

/// <summary>What each input contributes to one answer of a network.</summary>
public sealed class Attribution
{
    private readonly float[] _values;

    internal Attribution(float[] values, IReadOnlyList<int> shape, int output, double value, double? baseline)
    {
        (_values, Shape, Output, Value, BaselineValue) = (values, shape, output, value, baseline);
        double sum = 0;
        foreach (float part in values)
        {
            sum += part;
        }

        Sum = sum;
    }

    /// <summary>The contributions, in the order of the inputs.</summary>
    public IReadOnlyList<float> Values => _values;

    /// <summary>The shape of the inputs, without the batch.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Which output is explained, from 0.</summary>
    public int Output { get; }

    /// <summary>The number that is explained, at the input: see <see cref="Explained"/>.</summary>
    public double Value { get; }

    /// <summary>The same number at the baseline; null where the method has none.</summary>
    public double? BaselineValue { get; }

    /// <summary>The sum of all contributions.</summary>
    public double Sum { get; }

    /// <summary>
    /// Integrated gradients: how far the sum of all contributions is from the difference that they explain, <c>Sum − (Value − BaselineValue)</c>. Close to zero where
    /// the steps were enough; null for other methods.
    /// </summary>
    public double? Error => Sum - (Value - BaselineValue);

    /// <summary>The contributions as memory.</summary>
    /// <returns>A view of them.</returns>
    public ReadOnlySpan<float> AsSpan() => _values;

    /// <summary>Of an image C, H, W: at each pixel the contribution of the channel where it is largest in absolute value (Simonyan et al. 2013).</summary>
    /// <returns>H × W values, row by row. Of other shapes: all values but those of the axes before the last two, joined in the same way.</returns>
    public float[] LargestOfChannels()
    {
        int pixels = Shape.Skip(Math.Max(0, Shape.Count - 2)).Aggregate(1, (product, extent) => product * extent);
        var map = new float[pixels];
        for (int i = 0; i < _values.Length; i++)
        {
            ref float pixel = ref map[i % pixels];
            pixel = MathF.Abs(_values[i]) > MathF.Abs(pixel) ? _values[i] : pixel;
        }

        return map;
    }
}
