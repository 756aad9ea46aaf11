using System.Runtime.InteropServices;
using ILGPU.Simulation;

namespace ILGPU.Runtime;

/// <summary>Memory of a device. It is full of NaN (or -1) until it is written.</summary>
public unsafe class MemoryBuffer : AcceleratorObject, IArrayView
{
    private const int Alignment = 256;

    private readonly bool _ofDevice;

    internal MemoryBuffer(Accelerator accelerator, long length, int elementSize, bool ofDevice = true)
        : base(accelerator)
    {
        (Length, ElementSize, _ofDevice) = (length, elementSize, ofDevice);
        accelerator.Reserve(_ofDevice ? LengthInBytes : 0);
        var bytes = (nuint)Math.Max(LengthInBytes, 1);
        NativePtr = (nint)NativeMemory.AlignedAlloc(bytes, Alignment);
        NativeMemory.Fill((void*)NativePtr, bytes, 0xFF);
        Id = DeviceMemory.Add(this);
        accelerator.Simulator.Add(this);
    }

    public nint NativePtr { get; }

    public long Length { get; }

    public int ElementSize { get; }

    public long LengthInBytes => Length * ElementSize;

    public bool IsValid => !IsDisposed;

    MemoryBuffer IArrayView.Buffer => this;

    internal int Id { get; }

    protected override void Dispose(bool disposing)
    {
        Accelerator.Simulator.Remove(this);
        Accelerator.Release(_ofDevice ? LengthInBytes : 0);
        DeviceMemory.Remove(Id);
        NativeMemory.AlignedFree((void*)NativePtr);
    }
}

public class MemoryBuffer<TView> : MemoryBuffer, IContiguousArrayView
    where TView : struct, IArrayView
{
    internal MemoryBuffer(Accelerator accelerator, long length, int elementSize)
        : base(accelerator, length, elementSize)
    {
    }

    public TView View { get; private protected init; }

    long IContiguousArrayView.Index => 0;

    long IContiguousArrayView.IndexInBytes => 0;

    public static implicit operator TView(MemoryBuffer<TView> buffer) => buffer.View;

    public ArrayView<byte> AsRawArrayView() => new(this, 0, LengthInBytes);
}

public class MemoryBuffer1D<T, TStride> : MemoryBuffer<ArrayView1D<T, TStride>>
    where T : unmanaged
    where TStride : struct, IStride1D
{
    internal unsafe MemoryBuffer1D(Accelerator accelerator, long length)
        : base(accelerator, length, sizeof(T)) => View = new(new ArrayView<T>(this, 0, length), length, default);

    public LongIndex1D Extent => Length;

    public Index1D IntExtent => checked((int)Length);

    public ArrayView<T> AsContiguous() => View.BaseView;
}
