namespace NetGen;

/// <summary>What each input contributes to one answer of a network.</summary>
public sealed class Attribution
{
    private readonly float[] _values;
    private readonly IReadOnlyList<ValueInfo> _inputs;

    internal Attribution(float[] values, IReadOnlyList<int> shape, IReadOnlyList<ValueInfo> inputs, int output, double value, double? baseline)
    {
        _inputs = inputs;
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

    /// <summary>The shape of the inputs, without the batch; of several inputs, one after the other, the number of their values (see <see cref="Part"/>).</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Which output is explained, from 0; of several outputs they count one after the other.</summary>
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

    /// <summary>Of a network with several inputs: the contributions of one of them, in its shape.</summary>
    /// <param name="input">Which input, from 0.</param>
    /// <returns>Its part, with a sum of its own and no baseline: what is explained is explained by all inputs together.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such input.</exception>
    public Attribution Part(int input)
    {
        if ((uint)input >= (uint)_inputs.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(input), input, $"The network has {_inputs.Count} input(s), counted from 0.");
        }

        int start = _inputs.Take(input).Sum(before => before.Size);
        ValueInfo part = _inputs[input];
        return new Attribution(_values[start..(start + part.Size)], part.Shape, [part], Output, Value, baseline: null);
    }

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
