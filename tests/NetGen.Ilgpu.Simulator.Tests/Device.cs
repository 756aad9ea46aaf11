using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Simulation;

namespace NetGen.Ilgpu.Simulator.Tests;

/// <summary>An accelerator of up to 1024 threads per group, for one test.</summary>
internal sealed class Device : IDisposable
{
    private readonly Context _context = Context.Create(builder => builder.CPU(CPUDevice.Nvidia).Profiling());

    public Device() => Accelerator = _context.GetPreferredDevice(false).CreateAccelerator(_context);

    public Accelerator Accelerator { get; }

    public ILGPU.Simulation.Simulator Simulator => ILGPU.Simulation.Simulator.Of(Accelerator);

    /// <summary>What <paramref name="values"/> are after one launch.</summary>
    public T[] Run<T>(Action<ArrayView<T>> kernel, int groups, int threads, T[] values)
        where T : unmanaged
    {
        using var buffer = Accelerator.Allocate1D(values);
        Accelerator.LoadKernel(kernel)(Accelerator.DefaultStream, (groups, threads), buffer.View);
        return buffer.GetAsArray1D();
    }

    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }
}
