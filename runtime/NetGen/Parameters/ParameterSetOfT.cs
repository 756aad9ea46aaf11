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

    internal override BufferSet Buffers => Storage.Buffers;

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

    /// <summary>
    /// Copies the values of another network's parameters by their names, where one network is a part of the other:
    /// <c>whole.Parameters.CopyFrom(part.Parameters, prefix: "decoder.block1.")</c>, and back
    /// <c>part.Parameters.CopyFrom(whole.Parameters, sourcePrefix: "decoder.block1.")</c>. As PyTorch's <c>load_state_dict</c>, with a prefix put before or taken from each name.
    /// Parameters only: running statistics are buffers, which <see cref="BufferSet.CopyFrom(BufferSet, string, string)"/> copies in the same way.
    /// Not to be called while the network computes.
    /// </summary>
    /// <param name="source">The parameters to read. What it has besides those that are asked for is left out.</param>
    /// <param name="prefix">What the names of the parameters to replace begin with; empty for all of this network.</param>
    /// <param name="sourcePrefix">What stands in the source's names in place of <paramref name="prefix"/>.</param>
    /// <returns>How many parameters were replaced, frozen ones included.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// No parameter begins with <paramref name="prefix"/>, or one has no counterpart in the source, or one of another shape; nothing is changed.
    /// </exception>
    public int CopyFrom(ParameterSet<T> source, string prefix = "", string sourcePrefix = "")
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(sourcePrefix);
        List<(Parameter<T> Target, T[] Values)> copies = [];
        foreach (Parameter<T> parameter in this)
        {
            if (!parameter.Name.StartsWith(prefix, StringComparison.Ordinal))
            {
                continue;
            }

            string name = string.Concat(sourcePrefix, parameter.Name.AsSpan(prefix.Length));
            Parameter<T> counterpart = source.TryGet(name, out Parameter? found)
                ? (Parameter<T>)found
                : throw new ArgumentException($"'{parameter.Name}' of {_network} takes '{name}' of {source._network}, which has no such parameter. It has: {Names(source)}.", nameof(source));
            if (!counterpart.Shape.SequenceEqual(parameter.Shape))
            {
                throw new ArgumentException($"{parameter} of {_network} and {counterpart} of {source._network} differ in shape.", nameof(source));
            }

            copies.Add((parameter, counterpart.ToArray()));
        }

        if (copies.Count == 0)
        {
            throw new ArgumentException($"No parameter of {_network} begins with '{prefix}'. It has: {Names(this)}.", nameof(prefix));
        }

        foreach ((Parameter<T> target, T[] values) in copies)
        {
            target.CopyFrom(values);
        }

        return copies.Count;
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

    private static string Names(ParameterSet<T> parameters) => string.Join(", ", ((IEnumerable<Parameter>)parameters).Select(parameter => parameter.Name));

    private void CheckLength(int length, string argument)
    {
        if (length != Length)
        {
            throw new ArgumentException($"The parameters of {_network} are {Length} values, the span has {length}.", argument);
        }
    }
}
