using ILGPU.Simulation;

namespace NetGen.Gpu.Tests.Simulated;

/// <summary>What is launched, and how often.</summary>
public sealed class LaunchTests(OnDevice device) : IClassFixture<OnDevice>
{
    [Theory]
    [InlineData(1)]
    [InlineData(65)]
    [InlineData(300)]
    public void A_step_of_three_layers_is_at_most_eight_launches(int batch)
    {
        var launches = Launches("ThreeLayerNet", (subject, samples) => subject.Step(samples, new Adam(1e-3)), batch);

        Assert.True(launches.Count <= 8, $"{launches.Count} launches: {string.Join(", ", launches.Select(launch => launch.Kernel))}");
    }

    [Fact]
    public void A_narrow_network_predicts_in_one_launch()
    {
        var launches = Launches("NarrowNet", (subject, samples) => subject.Predict(samples), 65);

        Assert.Single(launches);
    }

    private List<LaunchRecord> Launches(string name, Action<Subject, Batch> action, int size)
    {
        var subject = OnDevice.Copy(Subject.Create(name, 1), device.Accelerator);
        using var disposed = (IDisposable)subject.Network;
        var batch = Batch.Draw(subject, size, 1);
        action(subject, batch);
        var simulator = Simulator.Of(device.Accelerator);
        simulator.Launches.Clear();
        action(subject, batch);
        return [.. simulator.Launches];
    }
}
