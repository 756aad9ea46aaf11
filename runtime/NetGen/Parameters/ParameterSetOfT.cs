using NetGen.Runtime;

namespace NetGen;

/// <summary>The parameters of a network with their values.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, as the network's <see cref="Precision"/> says.</typeparam>
public sealed class ParameterSet<T> : ParameterSet
    where T : unmanaged
{
    private readonly string _network;

    internal ParameterSet(ParameterStorage<T> storage, Parameter<T>[] parameters)
        : base(storage.Network, parameters)
    {
        _network = storage.Network;
        Storage = storage;
    }

    /// <summary>The memory behind the values.</summary>
    internal ParameterStorage<T> Storage { get; }

    /// <summary>The parameter at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public new Parameter<T> this[int index] => (Parameter<T>)base[index];

    /// <summary>The parameter with a name.</summary>
    /// <param name="name">The whole name: <c>dense1.weight</c>.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those that exist.</exception>
    public new Parameter<T> this[string name] => (Parameter<T>)base[name];

    /// <summary>Copies all values out, each parameter at its <see cref="Parameter.Offset"/>.</summary>
    /// <param name="values">Exactly <see cref="ParameterSet.Length"/> values, overwritten.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> has another length.</exception>
    public void CopyTo(Span<T> values)
    {
        CheckLength(values.Length, nameof(values));
        foreach (Parameter<T> parameter in this)
        {
            parameter.CopyTo(values.Slice(parameter.Offset, parameter.Length));
        }
    }

    /// <summary>Replaces all values. Not to be called while the network computes.</summary>
    /// <param name="values">Exactly <see cref="ParameterSet.Length"/> values, each parameter at its <see cref="Parameter.Offset"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> has another length; nothing is changed.</exception>
    public void CopyFrom(ReadOnlySpan<T> values)
    {
        CheckLength(values.Length, nameof(values));
        foreach (Parameter<T> parameter in this)
        {
            parameter.CopyFrom(values.Slice(parameter.Offset, parameter.Length));
        }
    }

    /// <summary>A copy of all values, each parameter at its <see cref="Parameter.Offset"/>.</summary>
    /// <returns>A new array of <see cref="ParameterSet.Length"/> values.</returns>
    public T[] ToArray()
    {
        T[] values = new T[Length];
        CopyTo(values);
        return values;
    }

    /// <summary>Enumerates the parameters in their order.</summary>
    /// <returns>The enumerator.</returns>
    public new IEnumerator<Parameter<T>> GetEnumerator()
    {
        for (int index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    private void CheckLength(int length, string argument)
    {
        if (length != Length)
        {
            throw new ArgumentException($"The parameters of {_network} are {Length} values, the span has {length}.", argument);
        }
    }
}
