using ILGPU.Simulation;
using NetGen.EndToEnd.Tests.Training;

namespace NetGen.Gpu.Tests.Simulated;

/// <summary>Uploads that happen as late as they may bring what they should.</summary>
public sealed class StagingTests(OnDevice device) : IClassFixture<OnDevice>
{
    [Fact]
    public void Fit_waits_before_it_fills_staging_memory_again()
    {
        var expected = Train(isDeferred: false);

        Assert.Equal(expected, Train(isDeferred: true));
    }

    private float[] Train(bool isDeferred)
    {
        Simulator.Of(device.Accelerator).Deferred = isDeferred;
        var random = new Random(1);
        var net = new SmallNet(1);
        using var gpu = net.ToGpu(device.Accelerator);
        var set = Dataset.From(Enumerable.Range(0, 100 * 7).Select(_ => random.NextSingle()).ToArray(), Enumerable.Range(0, 100).Select(_ => random.Next(3)).ToArray(), 7);
        gpu.Fit(set, new FitOptions { Epochs = 3, BatchSize = 16, Optimizer = new Adam(1e-2), Seed = 1 });
        gpu.Download();
        return net.Parameters.ToArray();
    }
}
