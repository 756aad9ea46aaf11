using ILGPU.Runtime;
using NetGen.Gpu;

namespace NetGen.Benchmarks;

// The networks of pytorch_steps.py. GpuCore, behind the public Gpu, can repeat a step on data that is on the device.

[Network, Input(784)]
[Dense(512), ReLU]
[Dense(512), ReLU]
[Dense(10), SoftmaxCrossEntropy]
internal sealed partial class WideNet
{
    public GpuCore<float> OnDevice(Accelerator accelerator, ProductPrecision products) => new(accelerator, _netgen, Emitted.NetGen_Benchmarks_WideNet_Gpu.Layout, products);
}

[Network, Input(64)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(10), SoftmaxCrossEntropy]
internal sealed partial class NarrowNet
{
    public GpuCore<float> OnDevice(Accelerator accelerator, ProductPrecision products) => new(accelerator, _netgen, Emitted.NetGen_Benchmarks_NarrowNet_Gpu.Layout, products);
}

/// <summary>Widths that no tile divides, and functions that are more than a comparison.</summary>
[Network, Input(37)]
[Dense(130), Tanh]
[Dense(67), GELU]
[Dense(5), SoftmaxCrossEntropy]
internal sealed partial class OddNet
{
    public GpuCore<float> OnDevice(Accelerator accelerator, ProductPrecision products) => new(accelerator, _netgen, Emitted.NetGen_Benchmarks_OddNet_Gpu.Layout, products);
}
