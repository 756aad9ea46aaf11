namespace NetGen.Runtime;

// What training gathers: vectors behind the parameters in the kernel block, and counters, which no kernel reads.
public sealed partial class ParameterStorage<T>
{
    private readonly ParameterLayout[] _bufferLayouts;
    private readonly long[] _counters;

    /// <summary>The length of the kernel block in values: the parameters, and behind them the buffers.</summary>
    public int BlockLength { get; }

    /// <summary>The buffers as users see them.</summary>
    public BufferSet Buffers { get; }

    /// <summary>The buffers as the kernels see them.</summary>
    internal IReadOnlyList<ParameterLayout> BufferLayouts => _bufferLayouts;

    /// <summary>The counters by the positions of their buffers; 0 at the positions of vectors.</summary>
    internal Span<long> Counters => _counters;

    /// <summary>Parameters and buffers in the kernels' layout; <see cref="RefreshAll"/> after a change.</summary>
    internal Span<T> Block => _kernels.Span<T>(0, BlockLength);

    /// <summary>Copies a vector that training gathers out.</summary>
    /// <param name="buffer">Its position among the buffers.</param>
    /// <param name="values">Exactly its values, overwritten.</param>
    public void ReadBuffer(int buffer, Span<T> values) => ReadBuffer(buffer, Block, values);

    /// <summary>Replaces a vector that training gathers, whatever the values are.</summary>
    /// <param name="buffer">Its position among the buffers.</param>
    /// <param name="values">Exactly its values.</param>
    public void WriteBuffer(int buffer, ReadOnlySpan<T> values) => WriteBuffer(buffer, values, Block);

    /// <summary>Counts a batch, where the buffer behind a vector is the counter of its layer.</summary>
    /// <param name="buffer">The position of the vector among the buffers.</param>
    internal void CountBatch(int buffer)
    {
        if (buffer + 1 < _bufferLayouts.Length && _bufferLayouts[buffer + 1].Kind == ParameterKind.Counter)
        {
            _counters[buffer + 1]++;
        }
    }

    internal void ReadBuffer(int buffer, ReadOnlySpan<T> block, Span<T> values)
    {
        var layout = _bufferLayouts[buffer];
        Panels.UnpackVector(block.Slice(layout.KernelOffset, layout.KernelLength), values);
    }

    internal void WriteBuffer(int buffer, ReadOnlySpan<T> values, Span<T> block)
    {
        var layout = _bufferLayouts[buffer];
        Panels.PackVector(values, block.Slice(layout.KernelOffset, layout.KernelLength));
    }

    private NetworkBuffer MakeBuffer(ParameterLayout layout, int index) => (layout.Kind, (object)this) switch
    {
        (ParameterKind.Counter, _) => new NetworkCounter(Network, _counters, index, layout),
        (_, ParameterStorage<float> single) => new NetworkBuffer<float>(single, index, layout),
        (_, var wide) => new NetworkBuffer<double>((ParameterStorage<double>)wide, index, layout),
    };

    private void RequireDistinctNames()
    {
        var names = new HashSet<string>(_layouts.Select(layout => layout.Name), StringComparer.Ordinal);
        foreach (var layout in _bufferLayouts)
        {
            if (!names.Add(layout.Name))
            {
                throw new ArgumentException($"{Network} has two tensors named '{layout.Name}'.", nameof(layout));
            }
        }
    }
}
