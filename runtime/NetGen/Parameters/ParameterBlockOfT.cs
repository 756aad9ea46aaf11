using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <inheritdoc/>
internal sealed class ParameterBlock<T> : ParameterBlock
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ParameterStorage<T> _storage;
    private readonly long[] _counters;

    /// <summary>A block of zeros for parameters and buffers.</summary>
    public ParameterBlock(ParameterStorage<T> storage)
    {
        _storage = storage;
        _counters = new long[storage.BufferLayouts.Count];
        Buffer = new AlignedBuffer((nint)storage.BlockLength * Unsafe.SizeOf<T>());
        Tensors = [.. ParametersOf(storage), .. storage.Buffers.Select(Tensor)];
    }

    /// <summary>A view of memory that holds a number per parameter value already, and nothing for buffers.</summary>
    public ParameterBlock(ParameterStorage<T> storage, AlignedBuffer buffer)
    {
        _storage = storage;
        _counters = [];
        Buffer = buffer;
        Tensors = [.. ParametersOf(storage)];
    }

    public AlignedBuffer Buffer { get; }

    public override IReadOnlyList<BlockTensor> Tensors { get; }

    private Span<T> Values => Buffer.Span<T>(0, (int)(Buffer.Bytes / Unsafe.SizeOf<T>()));

    /// <summary>The network's values that belong to these.</summary>
    private Span<T> Present => _storage.Block[..Values.Length];

    public override void CopyFromParameters()
    {
        Present.CopyTo(Values);
        TakeCounters();
    }

    public override void CopyToParameters()
    {
        Values.CopyTo(Present);
        _counters.CopyTo(_storage.Counters);
        _storage.RefreshAll();
    }

    public override void SwapWithParameters()
    {
        Span<T> values = Values, parameters = Present;
        for (int i = 0; i < values.Length; i++)
        {
            (values[i], parameters[i]) = (parameters[i], values[i]);
        }

        _storage.RefreshAll();
    }

    public override void MoveToParameters(double rate)
    {
        Span<T> values = Values;
        ReadOnlySpan<T> parameters = Present;
        T share = T.CreateTruncating(rate);
        var shares = new Vector<T>(share);
        int i = 0;
        for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            var average = new Vector<T>(values[i..]);
            (average + (shares * (new Vector<T>(parameters[i..]) - average))).CopyTo(values[i..]);
        }

        for (; i < values.Length; i++)
        {
            values[i] += share * (parameters[i] - values[i]);
        }

        TakeCounters();
    }

    public override void Read(int tensor, Span<byte> bytes)
    {
        var values = new T[Tensors[tensor].Length];
        if (BufferOf(tensor) is not { } buffer)
        {
            _storage.Unpack(tensor, Values, values);
        }
        else if (IsCounter(buffer))
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, _counters[buffer]);
            return;
        }
        else
        {
            _storage.ReadBuffer(buffer, Values, values);
        }

        WriteBytes(values, bytes);
    }

    public override void Write(int tensor, ReadOnlySpan<byte> bytes)
    {
        if (BufferOf(tensor) is { } counter && IsCounter(counter))
        {
            _counters[counter] = BinaryPrimitives.ReadInt64LittleEndian(bytes);
            return;
        }

        var values = new T[Tensors[tensor].Length];
        ReadBytes(bytes, values);
        if (BufferOf(tensor) is { } buffer)
        {
            _storage.WriteBuffer(buffer, values, Values);
        }
        else
        {
            _storage.Pack(tensor, values, Values);
        }
    }

    private static IEnumerable<BlockTensor> ParametersOf(ParameterStorage<T> storage) =>
        ((IEnumerable<Parameter>)storage.Parameters).Select(parameter => new BlockTensor(parameter.Name, SafetensorsType.Of<T>(), parameter.Shape, parameter.Length));

    private static BlockTensor Tensor(NetworkBuffer buffer) =>
        new(buffer.Name, buffer is NetworkCounter ? SafetensorsType.Counter : SafetensorsType.Of<T>(), buffer.Shape, buffer.Length);

    /// <summary>The position among the buffers; null for a parameter.</summary>
    private int? BufferOf(int tensor) => tensor < _storage.Layouts.Count ? null : tensor - _storage.Layouts.Count;

    private bool IsCounter(int buffer) => _storage.BufferLayouts[buffer].Kind == ParameterKind.Counter;

    private void TakeCounters() => _storage.Counters[.._counters.Length].CopyTo(_counters);

    private static void WriteBytes(ReadOnlySpan<T> values, Span<byte> bytes)
    {
        if (bytes.Length != values.Length * Unsafe.SizeOf<T>())
        {
            throw new ArgumentException($"{values.Length} values of {Unsafe.SizeOf<T>()} bytes do not fill {bytes.Length} bytes.", nameof(bytes));
        }

        SafetensorsType.Write(values, bytes);
    }

    private static void ReadBytes(ReadOnlySpan<byte> bytes, Span<T> values)
    {
        if (bytes.Length != values.Length * Unsafe.SizeOf<T>())
        {
            throw new ArgumentException($"{bytes.Length} bytes are not {values.Length} values of {Unsafe.SizeOf<T>()} bytes.", nameof(bytes));
        }

        SafetensorsType.Read(SafetensorsType.Of<T>(), bytes, values);
    }
}
