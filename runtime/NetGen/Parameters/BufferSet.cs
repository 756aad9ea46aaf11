using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace NetGen;

/// <summary>
/// What a network keeps and saves besides its parameters: values that training gathers instead of learning them, under the names of a PyTorch
/// <c>state_dict</c>. A batch norm has three: <c>running_mean</c>, <c>running_var</c> and <c>num_batches_tracked</c>. Empty for networks whose layers gather none.
/// </summary>
public sealed class BufferSet : IReadOnlyList<NetworkBuffer>
{
    private readonly string _network;
    private readonly NetworkBuffer[] _buffers;

    internal BufferSet(string network, NetworkBuffer[] buffers)
    {
        _network = network;
        _buffers = buffers;
    }

    /// <summary>The number of buffers.</summary>
    public int Count => _buffers.Length;

    /// <summary>The buffer at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public NetworkBuffer this[int index] => (uint)index < (uint)_buffers.Length
        ? _buffers[index]
        : throw new ArgumentOutOfRangeException(
            nameof(index), index, _buffers.Length == 0 ? $"{_network} has no buffers." : FormattableString.Invariant($"{_network} has the buffers 0 to {_buffers.Length - 1}."));

    /// <summary>The buffer with a name.</summary>
    /// <param name="name">The whole name: <c>batchnorm1.running_mean</c>.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those that exist.</exception>
    public NetworkBuffer this[string name] => TryGet(name, out var buffer)
        ? buffer
        : throw new KeyNotFoundException(_buffers.Length == 0
            ? $"{_network} has no buffer '{name}': none of its layers keeps any. What it learns is in Parameters."
            : $"{_network} has no buffer '{name}'. It has: {Names}.");

    private string Names => string.Join(", ", _buffers.Select(buffer => buffer.Name));

    /// <summary>Looks a buffer up by its name.</summary>
    /// <param name="name">The whole name.</param>
    /// <param name="buffer">The buffer, or null.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out NetworkBuffer? buffer)
    {
        ArgumentNullException.ThrowIfNull(name);
        buffer = Array.Find(_buffers, candidate => candidate.Name == name);
        return buffer is not null;
    }

    /// <summary>
    /// Copies the values of another network's buffers by their names, as <see cref="ParameterSet{T}.CopyFrom(ParameterSet{T}, string, string)"/> does with parameters:
    /// <c>whole.Buffers.CopyFrom(part.Buffers, prefix: "trunk.")</c>. The networks may differ in precision. Not to be called while the network computes.
    /// </summary>
    /// <param name="source">The buffers to read. What it has besides those that are asked for is left out.</param>
    /// <param name="prefix">What the names of the buffers to replace begin with; empty for all of this network.</param>
    /// <param name="sourcePrefix">What stands in the source's names in place of <paramref name="prefix"/>.</param>
    /// <returns>How many buffers were replaced; 0 where no name begins with <paramref name="prefix"/>, since not every part has buffers.</returns>
    /// <exception cref="ArgumentException">A buffer has no counterpart in the source, or one of another shape, or of values that it cannot have; nothing is changed.</exception>
    public int CopyFrom(BufferSet source, string prefix = "", string sourcePrefix = "")
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(sourcePrefix);
        List<Action> copies = [];
        foreach (var buffer in _buffers)
        {
            if (!buffer.Name.StartsWith(prefix, StringComparison.Ordinal))
            {
                continue;
            }

            var name = string.Concat(sourcePrefix, buffer.Name.AsSpan(prefix.Length));
            var counterpart = source.TryGet(name, out var found)
                ? found
                : throw new ArgumentException($"'{buffer.Name}' of {_network} takes '{name}' of {source._network}, which has no such buffer. It has: {source.Names}.", nameof(source));
            if (!counterpart.Shape.SequenceEqual(buffer.Shape) || (counterpart is NetworkCounter) != (buffer is NetworkCounter))
            {
                throw new ArgumentException($"{buffer} of {_network} and {counterpart} of {source._network} differ in shape.", nameof(source));
            }

            copies.Add(buffer.Taking(counterpart));
        }

        copies.ForEach(copy => copy());
        return copies.Count;
    }

    /// <summary>Enumerates the buffers in the order of the file.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<NetworkBuffer> GetEnumerator() => ((IEnumerable<NetworkBuffer>)_buffers).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
