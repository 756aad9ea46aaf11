using System.Collections;

namespace NetGen;

/// <summary>
/// What a network keeps and saves besides its parameters: values that training gathers instead of learning them, under the names of a PyTorch
/// <c>state_dict</c>. The layers there are so far gather none, so the set is empty.
/// </summary>
public sealed class BufferSet : IReadOnlyList<NetworkBuffer>
{
    private readonly string _network;

    internal BufferSet(string network) => _network = network;

    /// <summary>The number of buffers.</summary>
    public int Count => 0;

    /// <summary>The buffer at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public NetworkBuffer this[int index] =>
        throw new ArgumentOutOfRangeException(nameof(index), index, $"{_network} has no buffers.");

    /// <summary>The buffer with a name.</summary>
    /// <param name="name">The whole name.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public NetworkBuffer this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            throw new KeyNotFoundException($"{_network} has no buffer '{name}': none of its layers keeps any. What it learns is in Parameters.");
        }
    }

    /// <summary>Enumerates the buffers in the order of the file.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<NetworkBuffer> GetEnumerator() => Enumerable.Empty<NetworkBuffer>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
