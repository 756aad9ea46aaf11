using System.Numerics;
using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>A vector that training gathers, in the network's precision.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, as the network's <see cref="Precision"/> says.</typeparam>
public sealed class NetworkBuffer<T> : NetworkBuffer
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ParameterStorage<T> _storage;
    private readonly int _index;

    internal NetworkBuffer(ParameterStorage<T> storage, int index, ParameterLayout layout)
        : base(storage.Network, layout.Name, layout.Shape)
    {
        _storage = storage;
        _index = index;
    }

    /// <summary>Whether the values are variances, which are never negative.</summary>
    private bool IsVariance => Name.EndsWith("running_var", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override void CopyTo(Span<float> values)
    {
        CheckLength(values.Length, nameof(values));
        if (typeof(T) == typeof(float))
        {
            _storage.ReadBuffer(_index, MemoryMarshal.Cast<float, T>(values));
        }
        else
        {
            Convert<T, float>(ToArray()).CopyTo(values);
        }
    }

    /// <inheritdoc/>
    public override void CopyTo(Span<double> values)
    {
        CheckLength(values.Length, nameof(values));
        if (typeof(T) == typeof(double))
        {
            _storage.ReadBuffer(_index, MemoryMarshal.Cast<double, T>(values));
        }
        else
        {
            Convert<T, double>(ToArray()).CopyTo(values);
        }
    }

    /// <inheritdoc/>
    public override void CopyFrom(ReadOnlySpan<float> values) =>
        Replace(typeof(T) == typeof(float) ? MemoryMarshal.Cast<float, T>(values) : Convert<float, T>(values), nameof(values));

    /// <inheritdoc/>
    public override void CopyFrom(ReadOnlySpan<double> values) =>
        Replace(typeof(T) == typeof(double) ? MemoryMarshal.Cast<double, T>(values) : Convert<double, T>(values), nameof(values));

    /// <summary>A copy of the values.</summary>
    /// <returns>A new array of <see cref="NetworkBuffer.Length"/> values.</returns>
    public T[] ToArray()
    {
        var values = new T[Length];
        _storage.ReadBuffer(_index, values);
        return values;
    }

    /// <summary>What is wrong with values for this buffer, as a clause; null: nothing.</summary>
    internal string? ProblemOf(ReadOnlySpan<T> values)
    {
        for (var i = 0; i < values.Length && IsVariance; i++)
        {
            if (!(values[i] >= T.Zero))
            {
                return FormattableString.Invariant($"has {values[i]} at {i}, but a variance is 0 or more");
            }
        }

        return null;
    }

    internal override Action Taking(NetworkBuffer source)
    {
        var values = new double[Length];
        source.CopyTo(values);
        var own = Convert<double, T>(values);
        return ProblemOf(own) is { } problem ? throw Refusal(problem, nameof(source)) : () => Write(own);
    }

    /// <summary>Replaces the values without a look at them.</summary>
    internal void Write(ReadOnlySpan<T> values) => _storage.WriteBuffer(_index, values);

    private void Replace(ReadOnlySpan<T> values, string argument)
    {
        CheckLength(values.Length, argument);
        if (ProblemOf(values) is { } problem)
        {
            throw Refusal(problem, argument);
        }

        Write(values);
    }
}
