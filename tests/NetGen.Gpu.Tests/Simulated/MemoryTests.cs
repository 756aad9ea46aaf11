using ILGPU.Runtime;
using ILGPU.Simulation;

namespace NetGen.Gpu.Tests.Simulated;

/// <summary>Devices that are missing or too small are named, and nothing is left on those that are not.</summary>
public sealed class MemoryTests
{
    [Fact]
    public void A_device_that_is_missing_is_named() =>
        Assert.Contains("No Cuda device was found", Assert.Throws<NotSupportedException>(() => GpuDevices.Open(AcceleratorType.Cuda)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_best_device_is_one_of_CUDA_then_OpenCL_then_the_processor()
    {
        using (SimulatedDevices.Install((AcceleratorType.OpenCL, 1 << 20), (AcceleratorType.Cuda, 1 << 20)))
        {
            using var device = GpuDevices.Best();
            Assert.Equal(AcceleratorType.Cuda, device.Accelerator.AcceleratorType);
        }

        using (SimulatedDevices.Install((AcceleratorType.OpenCL, 1 << 20)))
        {
            using var device = GpuDevices.Best();
            Assert.Equal(AcceleratorType.OpenCL, device.Accelerator.AcceleratorType);
        }

        using var processor = GpuDevices.Best();
        Assert.Equal(AcceleratorType.CPU, processor.Accelerator.AcceleratorType);
    }

    [Fact]
    public void Too_little_memory_says_how_much_is_needed_and_free()
    {
        using var installed = SimulatedDevices.Install((AcceleratorType.Cuda, 300_000));
        using var device = GpuDevices.Best();
        using var gpu = new ThreeLayerNet(1).ToGpu(device);
        var inputs = new float[6400 * 96];

        var problem = Assert.Throws<InsufficientMemoryException>(() => gpu.Predict(inputs));

        Assert.Matches(@"could not give \d+ bytes for .* of ThreeLayerNet; \d+ bytes are free of 300000 bytes", problem.Message);
    }

    [Fact]
    public void Disposing_leaves_nothing_on_the_device()
    {
        using var device = GpuDevices.Best();
        using (var gpu = new ThreeLayerNet(1).ToGpu(device))
        {
            gpu.Step(new float[3 * 96], new int[3], new Adam(1e-3));
            gpu.Predict(new float[3 * 96]);
        }

        Assert.Empty(Simulator.Of(device.Accelerator).Alive);
    }

    [Fact]
    public void A_network_whose_parameters_do_not_fit_leaves_nothing_on_the_device()
    {
        using var installed = SimulatedDevices.Install((AcceleratorType.Cuda, 10_000));
        using var device = GpuDevices.Best();

        Assert.Contains("the parameters of ThreeLayerNet", Assert.Throws<InsufficientMemoryException>(() => new ThreeLayerNet(1).ToGpu(device)).Message, StringComparison.Ordinal);

        Assert.Empty(Simulator.Of(device.Accelerator).Alive);
    }

    [Fact]
    public void A_batch_that_does_not_fit_leaves_the_network_usable()
    {
        using var installed = SimulatedDevices.Install((AcceleratorType.Cuda, 1_000_000));
        using var device = GpuDevices.Best();
        using var gpu = new ThreeLayerNet(1).ToGpu(device);
        var small = gpu.Predict(new float[96]);

        Assert.Throws<InsufficientMemoryException>(() => gpu.Step(new float[6400 * 96], new int[6400], new Sgd(0.1)));

        Assert.Equal(small, gpu.Predict(new float[96]));
    }

    [Fact]
    public void Kernels_run_on_devices_with_256_threads()
    {
        using var installed = SimulatedDevices.Install((AcceleratorType.OpenCL, 1 << 26));
        using var device = GpuDevices.Best();
        using var gpu = new ThreeLayerNet(1).ToGpu(device);

        Assert.True(float.IsFinite(gpu.Step(new float[3 * 96], new int[3], new Adam(1e-3))));
    }
}
