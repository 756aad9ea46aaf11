using NetGen.Runtime;

namespace NetGen;

/// <summary>A parameter with its values. Outside, values have the file's layout; the kernels keep whatever layout is fastest.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, as the network's <see cref="Precision"/> says.</typeparam>
public sealed class Parameter<T> : Parameter
    where T : unmanaged
{
    private readonly ParameterStorage<T> _storage;
    private readonly int _index;

    internal Parameter(ParameterStorage<T> storage, int index, ParameterLayout layout)
        : base(layout.Name, layout.Shape, layout.Offset, layout.Frozen)
    {
        _storage = storage;
        _index = index;
    }

    /// <summary>Copies the values out, in the file's layout.</summary>
    /// <param name="values">Exactly <see cref="Parameter.Length"/> values, overwritten.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> has another length.</exception>
    public void CopyTo(Span<T> values)
    {
        CheckLength(values.Length, nameof(values));
        _storage.Read(_index, values);
    }

    /// <summary>Replaces the values. Not to be called while the network computes.</summary>
    /// <param name="values">Exactly <see cref="Parameter.Length"/> values in the file's layout.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> has another length; nothing is changed.</exception>
    public void CopyFrom(ReadOnlySpan<T> values)
    {
        CheckLength(values.Length, nameof(values));
        _storage.Write(_index, values);
    }

    /// <summary>A copy of the values, in the file's layout.</summary>
    /// <returns>A new array of <see cref="Parameter.Length"/> values.</returns>
    public T[] ToArray()
    {
        T[] values = new T[Length];
        CopyTo(values);
        return values;
    }

    private void CheckLength(int length, string argument)
    {
        if (length != Length)
        {
            throw new ArgumentException($"Parameter '{Name}' of {_storage.Network} has {Length} values ({this}), the span has {length}.", argument);
        }
    }
}
