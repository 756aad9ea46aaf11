using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Simulation;

namespace NetGen.Gpu.Tests.Simulated.TensorCores;

/// <summary>A simulated CUDA device with tensor cores for a class of tests.</summary>
public sealed class OnTensorCores : IDisposable
{
    private readonly Context _context;

    public OnTensorCores()
    {
        using var installed = SimulatedDevices.Install(CudaArchitecture.SM_80);
        _context = Context.Create(builder => builder.Cuda().Optimize(OptimizationLevel.O2));
        Accelerator = _context.CreateCudaAccelerator(0);
    }

    public Accelerator Accelerator { get; }

    public Simulator Simulator => Simulator.Of(Accelerator);

    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }
}
