using System.Reflection;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace NetGen.Gpu.Tests;

/// <summary>An accelerator for a class of tests.</summary>
public sealed class OnDevice : IDisposable
{
    private readonly Context _context = Context.Create(builder => builder.CPU(new CPUDevice(32, 32, 1)).Optimize(OptimizationLevel.O2).Profiling());

    public OnDevice() => Accelerator = _context.GetPreferredDevice(true).CreateAccelerator(_context);

    public Accelerator Accelerator { get; }

    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }

    /// <summary>The copy of a network on the device. Its name is that of the nested type.</summary>
    internal static Subject Copy(Subject subject, Accelerator accelerator, ProductPrecision products = ProductPrecision.Single)
    {
        try
        {
            return new((INetwork)subject.Network.GetType().GetMethod("ToGpu")!.Invoke(subject.Network, [accelerator, products])!, subject.Layout);
        }
        catch (TargetInvocationException problem)
        {
            throw problem.InnerException!;
        }
    }
}
