using ILGPU.Runtime;
using NetGen.Gpu;
using NetGen.Runtime;

namespace NetGen.Benchmarks;

/// <summary>A network as the checks and the timing see it.</summary>
internal abstract class Subject(string name)
{
    public static Subject Wide { get; } = new Subject<WideNet, WideNet.Gpu>("784-512-512-10", () => new WideNet(), static (net, accelerator, products) => net.ToGpu(accelerator, products), static (net, accelerator, products) => net.OnDevice(accelerator, products),
        static (net, inputs, labels, gradients, inputGradients) => net.Gradient(inputs, labels, gradients, inputGradients), static (net, inputs, labels, gradients, inputGradients) => net.Gradient(inputs, labels, gradients, inputGradients));

    public static Subject Narrow { get; } = new Subject<NarrowNet, NarrowNet.Gpu>("64-64-64-64-10", () => new NarrowNet(), static (net, accelerator, products) => net.ToGpu(accelerator, products), static (net, accelerator, products) => net.OnDevice(accelerator, products),
        static (net, inputs, labels, gradients, inputGradients) => net.Gradient(inputs, labels, gradients, inputGradients), static (net, inputs, labels, gradients, inputGradients) => net.Gradient(inputs, labels, gradients, inputGradients));

    public static Subject Odd { get; } = new Subject<OddNet, OddNet.Gpu>("37-130-67-5", () => new OddNet(), static (net, accelerator, products) => net.ToGpu(accelerator, products), static (net, accelerator, products) => net.OnDevice(accelerator, products),
        static (net, inputs, labels, gradients, inputGradients) => net.Gradient(inputs, labels, gradients, inputGradients), static (net, inputs, labels, gradients, inputGradients) => net.Gradient(inputs, labels, gradients, inputGradients));

    public string Name => name;

    public abstract NetworkInfo Info { get; }

    /// <summary>Whether the device computes what the processor does; each difference is printed.</summary>
    public abstract bool Check(Accelerator accelerator, ProductPrecision products, int batch);

    /// <summary>A new network with the same weights every time.</summary>
    public abstract GpuCore<float> OnDevice(Accelerator accelerator, ProductPrecision products);
}

/// <summary>Gradients by parameters and inputs, which the interface of training does not have.</summary>
internal delegate float GradientOf<TNetwork>(TNetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> gradients, Span<float> inputGradients);

/// <summary>A network with its type and that of its copy on a device.</summary>
internal sealed class Subject<TNetwork, TGpu>(string name, Func<TNetwork> make, Func<TNetwork, Accelerator, ProductPrecision, TGpu> toGpu, Func<TNetwork, Accelerator, ProductPrecision, GpuCore<float>> onDevice,
    GradientOf<TNetwork> gradient, GradientOf<TGpu> gpuGradient) : Subject(name)
    where TNetwork : ITrainable<float, int>
    where TGpu : ITrainable<float, int>, IDeviceNetwork, IDisposable
{
    public override NetworkInfo Info => TNetwork.Info;

    public TNetwork Filled()
    {
        var network = make();
        HashedNumbers.Fill((ParameterSet<float>)network.Parameters);
        return network;
    }

    public GradientOf<TNetwork> Gradient => gradient;

    public GradientOf<TGpu> GpuGradient => gpuGradient;

    public TGpu ToGpu(TNetwork network, Accelerator accelerator, ProductPrecision products) => toGpu(network, accelerator, products);

    public override bool Check(Accelerator accelerator, ProductPrecision products, int batch) => new Numerics<TNetwork, TGpu>(this, accelerator, products).Check(batch);

    public override GpuCore<float> OnDevice(Accelerator accelerator, ProductPrecision products) => onDevice(Filled(), accelerator, products);
}
