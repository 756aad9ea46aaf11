using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Simulation;

namespace NetGen.Ilgpu.Simulator.Tests;

public sealed class MemoryTests
{
    [Fact]
    public void Memory_that_nobody_wrote_is_not_a_number()
    {
        using var device = new Device();
        using var buffer = device.Accelerator.Allocate1D<float>(100);

        Assert.All(buffer.GetAsArray1D(), value => Assert.True(float.IsNaN(value)));
    }

    [Fact]
    public void Buffers_that_nobody_gave_back_are_listed()
    {
        using var device = new Device();
        using var kept = device.Accelerator.Allocate1D<float>(100);
        device.Accelerator.Allocate1D<float>(10).Dispose();

        Assert.Same(kept, Assert.Single(device.Simulator.Alive));
    }

    [Fact]
    public void A_launch_with_memory_that_was_given_back_is_refused()
    {
        using var device = new Device();
        var buffer = device.Accelerator.Allocate1D<int>(35);
        var view = buffer.View;
        buffer.Dispose();
        var kernel = device.Accelerator.LoadKernel<ArrayView<int>>(Kernels.Number);

        Assert.Throws<InvalidOperationException>(() => kernel(device.Accelerator.DefaultStream, (5, 7), view));
    }

    [Fact]
    public void A_deferred_copy_takes_what_is_there_when_it_is_done()
    {
        using var device = new Device();
        using var staged = device.Accelerator.AllocatePageLocked1D<float>(4);
        using var buffer = device.Accelerator.Allocate1D<float>(4);
        using var stream = device.Accelerator.CreateStream();
        device.Simulator.Deferred = true;
        staged.Span.Fill(1);
        buffer.View.BaseView.CopyFrom(stream, staged.ArrayView);
        staged.Span.Fill(2);

        stream.Synchronize();

        Assert.All(buffer.GetAsArray1D(), value => Assert.Equal(2, value));
    }

    [Fact]
    public void A_simulated_device_has_no_more_memory_than_it_has()
    {
        using var installed = SimulatedDevices.Install((AcceleratorType.Cuda, 1000));
        using var context = Context.Create(builder => builder.Cuda());
        using var accelerator = context.CreateCudaAccelerator(0);
        using var buffer = accelerator.Allocate1D<float>(200);

        Assert.Equal(200, accelerator.GetFreeMemory());
        Assert.Throws<CudaException>(() => accelerator.Allocate1D<float>(51));
    }

    [Fact]
    public void Without_installed_devices_there_are_none()
    {
        using var context = Context.Create(builder => builder.Cuda());

        Assert.Empty(context.Devices);
        Assert.Throws<NotSupportedException>(() => context.GetPreferredDevice(false));
    }
}
