using ILGPU;
using ILGPU.Runtime;
using ILGPU.Simulation;

namespace NetGen.Ilgpu.Simulator.Tests;

public sealed class ThreadTests
{
    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => (float)i)];

    [Fact]
    public void Every_thread_of_every_group_runs()
    {
        using var device = new Device();

        Assert.Equal(Enumerable.Range(0, 35), device.Run(Kernels.Number, 5, 7, new int[35]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(2)]
    public void Threads_meet_at_barriers_in_any_order(int? seed)
    {
        using var device = new Device();
        device.Simulator.Order = new ThreadOrder(seed);
        using var values = device.Accelerator.Allocate1D(Numbers(192));
        using var sums = device.Accelerator.Allocate1D<float>(3);

        device.Accelerator.LoadKernel<ArrayView<float>, ArrayView<float>>(Kernels.Sum)(device.Accelerator.DefaultStream, (3, 64), values.View, sums.View);

        Assert.Equal([2016, 6112, 10208], sums.GetAsArray1D());
    }

    [Fact]
    public void Methods_that_stop_keep_arguments_results_and_references()
    {
        using var device = new Device();
        using var values = device.Accelerator.Allocate1D(Numbers(32));

        device.Accelerator.LoadKernel<ArrayView<float>, int>(Kernels.Rotate)(device.Accelerator.DefaultStream, (1, 32), values.View, 3);

        Assert.Equal(Enumerable.Range(0, 32).Select(i => (float)((i + 12) % 32) + (100 * i)), values.GetAsArray1D());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Barriers_in_branches_that_all_take_are_right(int mode)
    {
        using var device = new Device();
        using var values = device.Accelerator.Allocate1D(Numbers(32));

        device.Accelerator.LoadKernel<ArrayView<float>, int>(Kernels.Uniform)(device.Accelerator.DefaultStream, (1, 32), values.View, mode);

        Assert.Equal(Enumerable.Range(0, 32).Select(i => mode switch { 0 => 2f * i, 1 => 31f - i, _ => 2f * ((i + 1) % 32) }), values.GetAsArray1D());
    }

    [Fact]
    public void A_race_shows_in_shuffled_order()
    {
        using var device = new Device();
        var byNumber = device.Run<float>(Kernels.Race, 1, 32, Numbers(32));

        device.Simulator.Order = ThreadOrder.Shuffled(1);

        Assert.NotEqual(byNumber, device.Run<float>(Kernels.Race, 1, 32, Numbers(32)));
    }

    [Fact]
    public void Launches_are_recorded()
    {
        using var device = new Device();
        device.Run(Kernels.Number, 5, 7, new int[35]);
        device.Run<float>(Kernels.Race, 1, 32, new float[32]);

        Assert.Equal([new("Number", 5, 7), new LaunchRecord("Race", 1, 32)], device.Simulator.Launches);
    }
}
