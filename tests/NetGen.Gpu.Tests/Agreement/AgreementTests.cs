using Xunit.Abstractions;

namespace NetGen.Gpu.Tests.Agreement;

/// <summary>Kernels of devices and those of the processor agree, whatever the network.</summary>
public sealed class AgreementTests(OnDevice device, ITestOutputHelper output) : IClassFixture<OnDevice>
{
    private const double Tolerance = 1e-5;

    // A single sample, fewer than anything is a multiple of, and one more than a stride.
    private static readonly int[] s_batches = [1, 3, 65];

    public static TheoryData<string> Networks => [.. NetworkTypes.Names];

    [Theory, MemberData(nameof(Networks))]
    public void Predictions_and_losses_agree(string name) => Compare(name, (difference, expected, actual, batch) =>
    {
        difference.Add($"{batch.Size} samples, output", expected.Predict(batch), actual.Predict(batch));
        difference.Add($"{batch.Size} samples, loss", [expected.Loss(batch)], [actual.Loss(batch)]);
    });

    [Theory, MemberData(nameof(Networks))]
    public void Gradients_agree(string name) => Compare(name, (difference, expected, actual, batch) =>
    {
        if (batch.Size < expected.Layout.Info.SmallestTrainingBatch)
        {
            return;
        }

        var (here, there) = (expected.Gradient(batch), actual.Gradient(batch));
        difference.Add($"{batch.Size} samples, training loss", [here.Loss], [there.Loss]);
        difference.AddGradients(expected.Network.Parameters, $"{batch.Size} samples, gradient of", here.Gradient, there.Gradient);
        difference.Add($"{batch.Size} samples, gradient of input", here.InputGradients, there.InputGradients);
    });

    [Theory, MemberData(nameof(Networks))]
    public void Gradients_from_elsewhere_agree(string name) => Compare(name, (difference, expected, actual, batch) =>
    {
        var (here, there) = (expected.Backward(batch), actual.Backward(batch));
        difference.AddGradients(expected.Network.Parameters, $"{batch.Size} samples, gradient of", here.Gradient, there.Gradient);
        difference.Add($"{batch.Size} samples, gradient of input", here.InputGradients, there.InputGradients);
    });

    private void Compare(string name, Action<Difference, Subject, Subject, Batch> compare)
    {
        var expected = Subject.Create(name, 2);
        var actual = OnDevice.Copy(Subject.Create(name, 2), device.Accelerator);
        using var disposed = (IDisposable)actual.Network;
        var difference = new Difference(Tolerance, output);
        foreach (var size in s_batches)
        {
            compare(difference, expected, actual, Batch.Draw(expected, size, size));
        }

        difference.AssertNone();
    }
}
