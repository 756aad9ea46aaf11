using Xunit.Abstractions;

namespace NetGen.Gpu.Tests.Simulated;

/// <summary>Batches that fill a whole device with large tiles are computed by kernels of their own.</summary>
public sealed class LargeBatchTests(OnDevice device, ITestOutputHelper output) : IClassFixture<OnDevice>
{
    private const int Size = 12288;

    [Theory]
    [InlineData("UnevenNet")]
    [InlineData("NarrowNet")]
    public void Gradients_of_a_large_batch_agree(string name)
    {
        var expected = Subject.Create(name, 2);
        var actual = OnDevice.Copy(Subject.Create(name, 2), device.Accelerator);
        using var disposed = (IDisposable)actual.Network;
        var difference = new Difference(1e-5, output);
        var batch = Batch.Draw(expected, Size, 1);

        var (here, there) = (expected.Gradient(batch), actual.Gradient(batch));

        difference.Add("loss", [here.Loss], [there.Loss]);
        difference.AddGradients(expected.Network.Parameters, "gradient of", here.Gradient, there.Gradient);
        difference.Add("gradient of input", here.InputGradients, there.InputGradients);
        difference.AssertNone();
    }
}
