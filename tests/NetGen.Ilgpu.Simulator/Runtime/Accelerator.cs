using ILGPU.Simulation;

namespace ILGPU.Runtime;

public abstract class Accelerator : IDisposable
{
    private readonly List<AcceleratorStream> _streams = [];
    private long _used;

    internal Accelerator(Context context, Device device)
    {
        (Context, Device, Simulator) = (context, device, new Simulator(this));
        DefaultStream = CreateStream();
    }

    public event EventHandler? Disposed;

    public Context Context { get; }

    public Device Device { get; }

    public AcceleratorStream DefaultStream { get; }

    public AcceleratorType AcceleratorType => Device.AcceleratorType;

    public string Name => Device.Name;

    public long MemorySize => Device.MemorySize;

    public int MaxNumThreadsPerGroup => Device.MaxNumThreadsPerGroup;

    public int MaxSharedMemoryPerGroup => Device.MaxSharedMemoryPerGroup;

    public int WarpSize => Device.WarpSize;

    public int NumMultiprocessors => Device.NumMultiprocessors;

    public int MaxNumThreadsPerMultiprocessor => Device.MaxNumThreadsPerMultiprocessor;

    public int MaxNumThreads => Device.MaxNumThreads;

    public bool IsDisposed { get; private set; }

    internal Simulator Simulator { get; }

    internal long Free => MemorySize - _used;

    public AcceleratorStream CreateStream()
    {
        var stream = new AcceleratorStream(this);
        _streams.Add(stream);
        return stream;
    }

    public void Synchronize()
    {
        foreach (var stream in _streams.ToArray())
        {
            stream.Synchronize();
        }
    }

    public MemoryBuffer1D<T, Stride1D.Dense> Allocate1D<T>(long length)
        where T : unmanaged => new(this, length);

    public void Dispose()
    {
        if (!IsDisposed)
        {
            Synchronize();
            IsDisposed = true;
            Disposed?.Invoke(this, EventArgs.Empty);
        }

        GC.SuppressFinalize(this);
    }

    public override string ToString() => $"{Name} [{AcceleratorType}]";

    internal abstract Exception OutOfMemory(long bytes);

    internal void Reserve(long bytes)
    {
        if (bytes > Free)
        {
            throw OutOfMemory(bytes);
        }

        _used += bytes;
    }

    internal void Release(long bytes) => _used -= bytes;

    internal void Forget(AcceleratorStream stream) => _streams.Remove(stream);
}
