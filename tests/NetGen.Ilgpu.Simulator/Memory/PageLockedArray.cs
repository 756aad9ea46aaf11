using System.Runtime.InteropServices;
using ILGPU.Simulation;
using ILGPU.Util;

namespace ILGPU.Runtime;

/// <summary>Memory of the host that copies can be made from while the host goes on.</summary>
public abstract unsafe class PageLockedArray<T> : DisposeBase
    where T : unmanaged
{
    private readonly MemoryBuffer _buffer;

    private protected PageLockedArray(Accelerator accelerator, long length) => _buffer = new PageLockedBuffer(accelerator, length, sizeof(T));

    public Span<T> Span => new((void*)_buffer.NativePtr, checked((int)_buffer.Length));

    public ArrayView<T> ArrayView => new(_buffer, 0, _buffer.Length);

    public long Length => _buffer.Length;

    protected override void Dispose(bool disposing) => _buffer.Dispose();
}

public sealed class PageLockedArray1D<T> : PageLockedArray<T>
    where T : unmanaged
{
    internal PageLockedArray1D(Accelerator accelerator, long length)
        : base(accelerator, length)
    {
    }

    public LongIndex1D Extent => Length;

    public ref T this[int index] => ref Span[index];

    public ref T this[long index] => ref Span[checked((int)index)];
}

public static class PageLockedArrayExtensions
{
    public static PageLockedArray1D<T> AllocatePageLocked1D<T>(this Accelerator accelerator, LongIndex1D extent)
        where T : unmanaged => new(accelerator, extent);

    public static PageLockedArray1D<T> AllocatePageLocked1D<T>(this Accelerator accelerator, LongIndex1D extent, bool uninitialized)
        where T : unmanaged => new(accelerator, extent);
}
