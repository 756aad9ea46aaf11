namespace ILGPU.Runtime;

public abstract class Device
{
    internal Device()
    {
    }

    public abstract AcceleratorType AcceleratorType { get; }

    public string Name { get; private protected init; } = "";

    public long MemorySize { get; private protected init; }

    public int MaxNumThreadsPerGroup { get; private protected init; } = 1024;

    public int MaxSharedMemoryPerGroup { get; private protected init; } = 48 << 10;

    public int WarpSize { get; private protected init; } = 32;

    public int NumMultiprocessors { get; private protected init; } = 1;

    public int MaxNumThreadsPerMultiprocessor { get; private protected init; } = 2048;

    public int MaxNumThreads => NumMultiprocessors * MaxNumThreadsPerMultiprocessor;

    public abstract Accelerator CreateAccelerator(Context context);

    public override string ToString() => $"{Name} [{AcceleratorType}]";
}
