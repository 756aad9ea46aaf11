using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Simulation;

namespace NetGen.Gpu.Tests.Simulated.TensorCores;

/// <summary>Devices and networks without products on tensor cores say so before they take memory.</summary>
public sealed class RefusalTests
{
    [Fact]
    public void Devices_that_are_not_CUDA_are_refused()
    {
        using var device = GpuDevices.Open(AcceleratorType.CPU);

        var problem = Refuse(device, "ThreeLayerNet");

        Assert.Matches("ThreeLayerNet cannot multiply in BFloat16: .* is a device of type CPU, and tensor cores are those of CUDA devices. .*ProductPrecision.Single", problem);
    }

    [Fact]
    public void Devices_before_compute_capability_8_are_refused()
    {
        using var installed = SimulatedDevices.Install(CudaArchitecture.SM_75);
        using var device = GpuDevices.Best();

        Assert.Contains("simulated CUDA device has compute capability 7.5, and tensor cores for it begin with 8.0", Refuse(device, "ThreeLayerNet"), StringComparison.Ordinal);
    }

    [Fact]
    public void Networks_of_double_precision_are_refused()
    {
        using var installed = SimulatedDevices.Install(CudaArchitecture.SM_90);
        using var device = GpuDevices.Best();
        var name = NetworkTypes.Names.First(name => Subject.Create(name, 1).Scalar == typeof(double));

        Assert.Contains("double precision", Refuse(device, name), StringComparison.Ordinal);
    }

    [Fact]
    public void Single_precision_is_for_all_devices()
    {
        using var device = GpuDevices.Open(AcceleratorType.CPU);
        using var gpu = new ThreeLayerNet(1).ToGpu(device, ProductPrecision.Single);

        Assert.Equal(10, gpu.Predict(new float[96]).Length);
    }

    [Fact]
    public void Values_that_are_no_precision_are_refused()
    {
        using var device = GpuDevices.Open(AcceleratorType.CPU);

        Assert.Throws<ArgumentOutOfRangeException>(() => new ThreeLayerNet(1).ToGpu(device, (ProductPrecision)7));
    }

    private static string Refuse(GpuDevice device, string network)
    {
        var problem = Assert.Throws<NotSupportedException>(() => OnDevice.Copy(Subject.Create(network, 1), device, ProductPrecision.BFloat16));
        Assert.Empty(Simulator.Of(device.Accelerator).Alive);
        return problem.Message;
    }
}
