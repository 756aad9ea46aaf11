using NetGen.Runtime;

namespace NetGen;

/// <summary>How many training batches a layer has seen: PyTorch's <c>num_batches_tracked</c>. One value of 64 bits.</summary>
public sealed class NetworkCounter : NetworkBuffer
{
    private readonly long[] _counters;
    private readonly int _index;

    internal NetworkCounter(string network, long[] counters, int index, ParameterLayout layout)
        : base(network, layout.Name, layout.Shape)
    {
        _counters = counters;
        _index = index;
    }

    /// <summary>The count, 0 or more. Not to be set while the network computes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long Value
    {
        get => _counters[_index];
        set => _counters[_index] = ProblemOf(value) is { } problem
            ? throw new ArgumentOutOfRangeException(nameof(value), value, $"Buffer '{Name}' of {Network} {problem}.")
            : value;
    }

    /// <inheritdoc/>
    public override void CopyTo(Span<float> values)
    {
        CheckLength(values.Length, nameof(values));
        values[0] = Value;
    }

    /// <inheritdoc/>
    public override void CopyTo(Span<double> values)
    {
        CheckLength(values.Length, nameof(values));
        values[0] = Value;
    }

    /// <inheritdoc/>
    public override void CopyFrom(ReadOnlySpan<float> values)
    {
        CheckLength(values.Length, nameof(values));
        Replace(values[0], nameof(values));
    }

    /// <inheritdoc/>
    public override void CopyFrom(ReadOnlySpan<double> values)
    {
        CheckLength(values.Length, nameof(values));
        Replace(values[0], nameof(values));
    }

    /// <summary>What is wrong with a count, as a clause; null: nothing.</summary>
    internal static string? ProblemOf(long value) => value < 0 ? FormattableString.Invariant($"is {value}, but a count of batches is 0 or more") : null;

    internal override Action Taking(NetworkBuffer source)
    {
        var value = ((NetworkCounter)source).Value;
        return () => Value = value;
    }

    private void Replace(double value, string argument)
    {
        // 2⁶³ is the first double that is no long.
        if (!(value >= 0 && value < 9223372036854775808.0 && Math.Floor(value) == value))
        {
            throw Refusal(FormattableString.Invariant($"is {value}, but a count of batches is a whole number from 0 up"), argument);
        }

        Value = (long)value;
    }
}
