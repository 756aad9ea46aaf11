using ILGPU.Simulation;

namespace ILGPU.Runtime;

/// <summary>Copies. Those that name a stream are done when the stream gets to them; those with memory of the host wait, as ILGPU's do.</summary>
public static unsafe class ArrayViewExtensions
{
    public static void MemSetToZero<TView>(this TView view)
        where TView : IContiguousArrayView => view.MemSet(view.Buffer.Accelerator.DefaultStream, 0);

    public static void MemSetToZero<TView>(this TView view, AcceleratorStream stream)
        where TView : IContiguousArrayView => view.MemSet(stream, 0);

    public static void MemSet<TView>(this TView view, byte value)
        where TView : IContiguousArrayView => view.MemSet(view.Buffer.Accelerator.DefaultStream, value);

    public static void MemSet<TView>(this TView view, AcceleratorStream stream, byte value)
        where TView : IContiguousArrayView
    {
        var raw = view.AsRawArrayView();
        stream.Enqueue(() => new Span<byte>(raw.Start, checked((int)raw.Length)).Fill(value));
    }

    public static void MemSetToZero<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged => view.BaseView.MemSetToZero();

    public static void MemSetToZero<T>(this ArrayView1D<T, Stride1D.Dense> view, AcceleratorStream stream)
        where T : unmanaged => view.BaseView.MemSetToZero(stream);

    public static void CopyTo<TView>(this TView source, in TView target)
        where TView : IContiguousArrayView => Copy(source.Buffer.Accelerator.DefaultStream, source.AsRawArrayView(), target.AsRawArrayView());

    public static void CopyTo<TView>(this TView source, AcceleratorStream stream, in TView target)
        where TView : IContiguousArrayView => Copy(stream, source.AsRawArrayView(), target.AsRawArrayView());

    public static void CopyFrom<TView>(this TView target, in TView source)
        where TView : IContiguousArrayView => Copy(target.Buffer.Accelerator.DefaultStream, source.AsRawArrayView(), target.AsRawArrayView());

    public static void CopyFrom<TView>(this TView target, AcceleratorStream stream, in TView source)
        where TView : IContiguousArrayView => Copy(stream, source.AsRawArrayView(), target.AsRawArrayView());

    public static void CopyTo<T>(this ArrayView1D<T, Stride1D.Dense> source, AcceleratorStream stream, in ArrayView1D<T, Stride1D.Dense> target)
        where T : unmanaged => source.BaseView.CopyTo(stream, target.BaseView);

    public static void CopyFrom<T>(this ArrayView1D<T, Stride1D.Dense> target, AcceleratorStream stream, in ArrayView1D<T, Stride1D.Dense> source)
        where T : unmanaged => target.BaseView.CopyFrom(stream, source.BaseView);

    public static void CopyToCPU<T>(this ArrayView<T> view, T[] data)
        where T : unmanaged => view.CopyToCPU(view.Stream(), data);

    public static void CopyToCPU<T>(this ArrayView<T> view, AcceleratorStream stream, T[] data)
        where T : unmanaged => ToHost(view, stream, data);

    public static void CopyToCPU<T, TView>(this TView source, AcceleratorStream stream, in Span<T> span)
        where TView : IContiguousArrayView<T>
        where T : unmanaged => ToHost(source.Typed<T>(), stream, span);

    public static void CopyToCPU<T, TView>(this TView source, in Span<T> span)
        where TView : IContiguousArrayView<T>
        where T : unmanaged => ToHost(source.Typed<T>(), source.Buffer.Accelerator.DefaultStream, span);

    public static void CopyFromCPU<T>(this ArrayView<T> view, T[] data)
        where T : unmanaged => view.CopyFromCPU(view.Stream(), data);

    public static void CopyFromCPU<T>(this ArrayView<T> view, AcceleratorStream stream, T[] data)
        where T : unmanaged => FromHost(view, stream, data);

    public static void CopyFromCPU<T, TView>(this TView target, AcceleratorStream stream, in ReadOnlySpan<T> span)
        where TView : IContiguousArrayView<T>
        where T : unmanaged => FromHost(target.Typed<T>(), stream, span);

    public static void CopyFromCPU<T, TView>(this TView target, in ReadOnlySpan<T> span)
        where TView : IContiguousArrayView<T>
        where T : unmanaged => FromHost(target.Typed<T>(), target.Buffer.Accelerator.DefaultStream, span);

    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.Dense> view, T[] data)
        where T : unmanaged => view.BaseView.CopyToCPU(data);

    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.Dense> view, T[] data)
        where T : unmanaged => view.BaseView.CopyFromCPU(data);

    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, T[] data)
        where T : unmanaged => buffer.View.BaseView.CopyToCPU(data);

    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, T[] data)
        where T : unmanaged => buffer.View.BaseView.CopyFromCPU(data);

    public static void CopyToPageLockedAsync<T, TView>(this TView source, AcceleratorStream stream, PageLockedArray<T> pageLockedArray)
        where TView : IContiguousArrayView<T>
        where T : unmanaged => Copy(stream, source.AsRawArrayView(), pageLockedArray.ArrayView.Bytes());

    public static void CopyFromPageLockedAsync<T, TView>(this TView target, AcceleratorStream stream, PageLockedArray<T> pageLockedArray)
        where TView : IContiguousArrayView<T>
        where T : unmanaged => Copy(stream, pageLockedArray.ArrayView.Bytes(), target.AsRawArrayView());

    public static void CopyToPageLockedAsync<T>(this ArrayView1D<T, Stride1D.Dense> source, AcceleratorStream stream, PageLockedArray1D<T> pageLockedArray)
        where T : unmanaged => source.BaseView.CopyToPageLockedAsync(stream, pageLockedArray);

    public static void CopyFromPageLockedAsync<T>(this ArrayView1D<T, Stride1D.Dense> target, AcceleratorStream stream, PageLockedArray1D<T> pageLockedArray)
        where T : unmanaged => target.BaseView.CopyFromPageLockedAsync(stream, pageLockedArray);

    public static T[] GetAsArray1D<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged => view.GetAsArray1D(view.BaseView.Stream());

    public static T[] GetAsArray1D<T>(this ArrayView1D<T, Stride1D.Dense> view, AcceleratorStream stream)
        where T : unmanaged
    {
        var data = new T[view.Length];
        ToHost(view.BaseView, stream, data);
        return data;
    }

    public static T[] GetAsArray1D<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer)
        where T : unmanaged => buffer.View.GetAsArray1D();

    public static T[] GetAsArray1D<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, AcceleratorStream stream)
        where T : unmanaged => buffer.View.GetAsArray1D(stream);

    public static MemoryBuffer1D<T, Stride1D.Dense> Allocate1D<T>(this Accelerator accelerator, T[] data)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        var buffer = accelerator.Allocate1D<T>(data.Length);
        buffer.View.CopyFromCPU(data);
        return buffer;
    }

    private static AcceleratorStream Stream<T>(this ArrayView<T> view)
        where T : unmanaged => ((IArrayView)view).Buffer.Accelerator.DefaultStream;

    private static ArrayView<T> Typed<T>(this IContiguousArrayView<T> view)
        where T : unmanaged => view.AsRawArrayView().Cast<T>();

    private static void Copy(AcceleratorStream stream, ArrayView<byte> source, ArrayView<byte> target)
    {
        if (source.Length > target.Length)
        {
            throw new OutOfRangeAccessException($"a copy of {source.Length} bytes into {target.Length}");
        }

        stream.Enqueue(() => Buffer.MemoryCopy(source.Start, target.Start, target.Length, source.Length));
    }

    private static void ToHost<T>(ArrayView<T> source, AcceleratorStream stream, Span<T> target)
        where T : unmanaged
    {
        stream.Synchronize();
        new ReadOnlySpan<T>(source.Start, source.IntLength).CopyTo(target);
    }

    private static void FromHost<T>(ArrayView<T> target, AcceleratorStream stream, ReadOnlySpan<T> source)
        where T : unmanaged
    {
        stream.Synchronize();
        source.CopyTo(new Span<T>(target.Start, target.IntLength));
    }
}
