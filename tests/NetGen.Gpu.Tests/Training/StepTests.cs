using Xunit.Abstractions;

namespace NetGen.Gpu.Tests.Training;

/// <summary>Twenty steps on a device, or fewer on ILGPU's own accelerator, and as many on the processor end with the same weights.</summary>
public sealed class StepTests(OnDevice device, ITestOutputHelper output) : IClassFixture<OnDevice>
{
    public static TheoryData<string> Networks => [.. NetworkTypes.Names];

    [Theory, MemberData(nameof(Networks))]
    public void Weights_after_steps_of_gradient_descent_agree(string name) => Train(name, () => new Sgd(0.01), 1e-5);

    /// <summary>Adam's first steps divide gradients by their own size, so that rounding of small ones counts in full.</summary>
    [Theory, MemberData(nameof(Networks))]
    public void Weights_after_steps_of_Adam_agree(string name) => Train(name, () => new Adam(1e-3), 1e-3);

    private void Train(string name, Func<Optimizer> optimizer, double tolerance)
    {
        var expected = Subject.Create(name, 3);
        var source = Subject.Create(name, 3);
        var actual = OnDevice.Copy(source, device.Accelerator);
        using var disposed = (IDisposable)actual.Network;
        var (here, there) = (optimizer(), optimizer());
        var difference = new Difference(tolerance, output);

        // Adam makes steps of full length of gradients that are nothing but rounding.
        var gradients = Samples.Widen(expected.Gradient(Batch.Draw(expected, 9, 100)).Gradient);
        for (var step = 0; step < Extent.Steps; step++)
        {
            var batch = Batch.Draw(expected, 9, 100 + (step % 4));
            difference.Add($"loss {step}", [expected.Step(batch, here)], [actual.Step(batch, there)]);
        }

        ((NetGen.Runtime.IDeviceNetwork)actual.Network).Download();
        difference.AddWeights(expected.Network.Parameters, source.Network.Parameters, gradients);
        difference.AssertNone();
    }
}
