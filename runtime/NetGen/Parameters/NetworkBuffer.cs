using System.Numerics;

namespace NetGen;

/// <summary>
/// Values of a network that training gathers instead of learning them, as a PyTorch <c>state_dict</c> names them; an element of a <see cref="BufferSet"/>. Running
/// statistics are a <see cref="NetworkBuffer{T}"/>, the number of batches behind them a <see cref="NetworkCounter"/>. Only <c>Step</c> changes them; optimizers,
/// gradients and freezing have nothing to do with them.
/// </summary>
public abstract class NetworkBuffer
{
    private protected NetworkBuffer(string network, string name, int[] shape)
    {
        Network = network;
        Name = name;
        Shape = Array.AsReadOnly(shape);
        Length = shape.Aggregate(1, (product, dimension) => checked(product * dimension));
    }

    /// <summary>The name in the file, <c>layer.buffer</c>: <c>batchnorm1.running_mean</c>.</summary>
    public string Name { get; }

    /// <summary>The shape in the file; without extents for a counter.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The number of values.</summary>
    public int Length { get; }

    private protected string Network { get; }

    /// <summary>Copies the values out, rounded to single precision where they have more.</summary>
    /// <param name="values">Exactly <see cref="Length"/> values, overwritten.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> has another length.</exception>
    public abstract void CopyTo(Span<float> values);

    /// <summary>Copies the values out.</summary>
    /// <param name="values">Exactly <see cref="Length"/> values, overwritten.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> has another length.</exception>
    public abstract void CopyTo(Span<double> values);

    /// <summary>Replaces the values. Not to be called while the network computes.</summary>
    /// <param name="values">Exactly <see cref="Length"/> values.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="values"/> has another length, a variance is negative or not a number, or a count is no whole number from 0 up; nothing is changed.
    /// </exception>
    public abstract void CopyFrom(ReadOnlySpan<float> values);

    /// <summary>Replaces the values, rounded to single precision where the network has no more. Not to be called while the network computes.</summary>
    /// <inheritdoc cref="CopyFrom(ReadOnlySpan{float})"/>
    public abstract void CopyFrom(ReadOnlySpan<double> values);

    /// <summary>Name and shape: <c>batchnorm1.running_mean [64]</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name} [{string.Join(", ", Shape)}]";

    /// <summary>Reads and checks the values of another buffer of the same kind and shape; what is returned puts them here.</summary>
    /// <exception cref="ArgumentException">This buffer cannot have those values.</exception>
    internal abstract Action Taking(NetworkBuffer source);

    private protected ArgumentException Refusal(string problem, string argument) => new($"Buffer '{Name}' of {Network} {problem}.", argument);

    private protected void CheckLength(int length, string argument)
    {
        if (length != Length)
        {
            throw new ArgumentException($"Buffer '{Name}' of {Network} has {Length} values ({this}), the span has {length}.", argument);
        }
    }

    private protected static TTo[] Convert<TFrom, TTo>(ReadOnlySpan<TFrom> values)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        var converted = new TTo[values.Length];
        for (var i = 0; i < converted.Length; i++)
        {
            converted[i] = TTo.CreateTruncating(values[i]);
        }

        return converted;
    }
}
