using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <inheritdoc/>
internal sealed class ParameterBlock<T> : ParameterBlock
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ParameterStorage<T> _storage;

    /// <summary>A block of zeros.</summary>
    public ParameterBlock(ParameterStorage<T> storage)
        : this(storage, new AlignedBuffer((nint)storage.KernelLength * Unsafe.SizeOf<T>()))
    {
    }

    /// <summary>A view of memory that holds a number per parameter value already.</summary>
    public ParameterBlock(ParameterStorage<T> storage, AlignedBuffer buffer)
    {
        _storage = storage;
        Buffer = buffer;
    }

    public AlignedBuffer Buffer { get; }

    public override string TensorType => SafetensorsType.Of<T>();

    private Span<T> Values => Buffer.Span<T>(0, _storage.KernelLength);

    public override void CopyFromParameters() => _storage.Kernels.CopyTo(Values);

    public override void CopyToParameters()
    {
        Values.CopyTo(_storage.Kernels);
        _storage.RefreshAll();
    }

    public override void SwapWithParameters()
    {
        Span<T> values = Values, parameters = _storage.Kernels;
        for (int i = 0; i < values.Length; i++)
        {
            (values[i], parameters[i]) = (parameters[i], values[i]);
        }

        _storage.RefreshAll();
    }

    public override void MoveToParameters(double rate)
    {
        Span<T> values = Values;
        ReadOnlySpan<T> parameters = _storage.Kernels;
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
    }

    public override void Read(int parameter, Span<byte> bytes)
    {
        var values = new T[_storage.Parameters[parameter].Length];
        _storage.Unpack(parameter, Values, values);
        WriteBytes(values, bytes);
    }

    public override void Write(int parameter, ReadOnlySpan<byte> bytes)
    {
        var values = new T[_storage.Parameters[parameter].Length];
        ReadBytes(bytes, values);
        _storage.Pack(parameter, values, Values);
    }

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
