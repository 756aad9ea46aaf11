using ILGPU.Runtime;

namespace ILGPU.Simulation.Threads;

/// <summary>Where a launch stands: the group that runs, the thread whose turn it is, and what they have got.</summary>
internal sealed class GroupRun(Accelerator accelerator, string kernel, int groups, int threads) : IDisposable
{
    [ThreadStatic]
    private static GroupRun? s_running;

    public static GroupRun? Running => s_running;

    public static GroupRun Current => s_running ?? throw new InvalidOperationException("This is for kernels, and none runs here.");

    public Accelerator Accelerator => accelerator;

    public string Kernel => kernel;

    public int Groups => groups;

    public int Threads => threads;

    public int Group { get; private set; }

    public int Thread { get; set; }

    /// <summary>The barrier at which the thread stopped.</summary>
    public int Barrier { get; set; }

    public SharedBlock Shared { get; } = new(threads);

    public LocalBlocks Local { get; } = new();

    public Warps Warps { get; } = new(threads);

    /// <summary>PTX is nothing that other devices understand.</summary>
    public void RequireCuda(string asm)
    {
        if (accelerator.AcceleratorType != AcceleratorType.Cuda)
        {
            throw new UnsupportedKernelException($"the instruction '{asm}' on a device of type {accelerator.AcceleratorType}{Fault.Where}");
        }
    }

    public void Enter() => s_running = this;

    public void Begin(int group)
    {
        Group = group;
        Shared.Reset();
        Local.Reset();
        Warps.Reset();
    }

    public void Dispose()
    {
        s_running = null;
        Shared.Dispose();
        Local.Dispose();
    }
}
