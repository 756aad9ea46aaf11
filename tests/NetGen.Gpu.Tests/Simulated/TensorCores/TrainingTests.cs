using ILGPU.Simulation;

namespace NetGen.Gpu.Tests.Simulated.TensorCores;

/// <summary>Networks learn with rounded products, in as many launches.</summary>
public sealed class TrainingTests(OnTensorCores device) : IClassFixture<OnTensorCores>
{
    [Theory]
    [InlineData(ProductPrecision.TensorFloat32)]
    [InlineData(ProductPrecision.BFloat16)]
    public void A_network_learns(ProductPrecision products)
    {
        double Train(ProductPrecision precision)
        {
            var subject = OnDevice.Copy(Subject.Create("FittingNet", 1), device.Accelerator, precision);
            using var disposed = (IDisposable)subject.Network;
            var (batch, optimizer) = (Batch.Draw(subject, 64, 1), new Adam(1e-3));
            for (var step = 0; step < 30; step++)
            {
                subject.Step(batch, optimizer);
            }

            return subject.Loss(batch);
        }

        var whole = Train(ProductPrecision.Single);

        Assert.InRange(whole, 0, 0.5);
        Assert.Equal(whole, Train(products), 0.05 * whole);
    }

    [Theory]
    [InlineData(ProductPrecision.TensorFloat32)]
    [InlineData(ProductPrecision.BFloat16)]
    public void A_step_of_three_layers_is_at_most_eight_launches(ProductPrecision products)
    {
        var subject = OnDevice.Copy(Subject.Create("ThreeLayerNet", 1), device.Accelerator, products);
        using var disposed = (IDisposable)subject.Network;
        var (batch, optimizer) = (Batch.Draw(subject, 65, 1), new Adam(1e-3));
        subject.Step(batch, optimizer);
        device.Simulator.Launches.Clear();

        subject.Step(batch, optimizer);

        var names = device.Simulator.Launches.ConvertAll(launch => launch.Kernel);
        Assert.True(names.Count <= 8, $"{names.Count} launches: {string.Join(", ", names)}");
        Assert.Contains(names, name => name.Contains(products == ProductPrecision.BFloat16 ? "Bf16" : "Tf32", StringComparison.Ordinal));
    }

    [Fact]
    public void Tensor_cores_are_not_used_unless_asked_for()
    {
        var subject = OnDevice.Copy(Subject.Create("ThreeLayerNet", 1), device.Accelerator);
        using var disposed = (IDisposable)subject.Network;
        device.Simulator.Launches.Clear();

        subject.Step(Batch.Draw(subject, 65, 1), new Adam(1e-3));

        Assert.DoesNotContain(device.Simulator.Launches, launch => launch.Kernel.Contains("Tf32", StringComparison.Ordinal) || launch.Kernel.Contains("Bf16", StringComparison.Ordinal));
    }
}
