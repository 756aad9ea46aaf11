using System.Runtime.CompilerServices;
using ILGPU.Runtime;
using ILGPU.Simulation;

namespace ILGPU;

/// <summary>
/// A window onto memory. It holds no reference to an object, so that whatever a kernel has in its variables can be put aside at a barrier; every access is checked.
/// </summary>
public readonly unsafe struct ArrayView<T> : IContiguousArrayView<T>
    where T : unmanaged
{
    public static readonly ArrayView<T> Empty;

    private readonly byte* _start;
    private readonly long _length;
    private readonly int _memory;

    public ArrayView(MemoryBuffer source, long index, long length)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (index < 0 || length < 0 || (index + length) * sizeof(T) > source.LengthInBytes)
        {
            throw new OutOfRangeAccessException($"values {index} to {index + length - 1} of a buffer of {source.LengthInBytes / sizeof(T)}");
        }

        _start = (byte*)source.NativePtr + (index * sizeof(T));
        _length = length;
        _memory = source.Id;
    }

    internal ArrayView(byte* start, long length, int memory)
    {
        _start = start;
        _length = length;
        _memory = memory;
    }

    public static int ElementSize => sizeof(T);

    public bool IsValid => _start != null;

    public long Length => _length;

    public int IntLength => checked((int)_length);

    public long LengthInBytes => _length * sizeof(T);

    public LongIndex1D Extent => _length;

    public Index1D IntExtent => IntLength;

    public Stride1D.Dense Stride => default;

    int IArrayView.ElementSize => sizeof(T);

    MemoryBuffer IArrayView.Buffer => Buffer;

    long IContiguousArrayView.Index => IndexInBytes / sizeof(T);

    long IContiguousArrayView.IndexInBytes => IndexInBytes;

    internal byte* Start => _start;

    private MemoryBuffer Buffer => DeviceMemory.Find(_memory) ?? throw new InvalidOperationException("the view is of no buffer");

    private long IndexInBytes => _start - (byte*)Buffer.NativePtr;

    public ref T this[Index1D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref this[(long)index.X];
    }

    public ref T this[LongIndex1D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref this[index.X];
    }

    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref this[(long)index];
    }

    public ref T this[long index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((ulong)index >= (ulong)_length)
            {
                Fault.OutOfRange(index, _length, _memory);
            }

            return ref ((T*)_start)[index];
        }
    }

    public static implicit operator ArrayView1D<T, Stride1D.Dense>(ArrayView<T> view) => new(view, view.Length, default);

    public static implicit operator ArrayView<T>(ArrayView1D<T, Stride1D.Dense> view) => view.BaseView;

    public ArrayView<T> SubView(long index) => SubView(index, _length - index);

    public ArrayView<T> SubView(int index, int subViewLength) => SubView((long)index, subViewLength);

    public ArrayView<T> SubView(long index, long subViewLength)
    {
        if (index < 0 || subViewLength < 0 || index + subViewLength > _length)
        {
            Fault.OutOfRange(index, subViewLength, _length, _memory);
        }

        return new(_start + (index * sizeof(T)), subViewLength, _memory);
    }

    /// <summary>ILGPU rounds the place in the buffer down to a whole number of the other type, silently: here it is a fault.</summary>
    public ArrayView<TOther> Cast<TOther>()
        where TOther : unmanaged
    {
        if (DeviceMemory.Offset(_start, _memory) % sizeof(TOther) != 0)
        {
            Fault.Misaligned(DeviceMemory.Offset(_start, _memory), sizeof(TOther), _memory);
        }

        return new(_start, LengthInBytes / sizeof(TOther), _memory);
    }

    ArrayView<byte> IContiguousArrayView.AsRawArrayView() => Bytes();

    public override string ToString() => $"{Length} values";

    internal ArrayView<byte> Bytes() => new(_start, LengthInBytes, _memory);
}
