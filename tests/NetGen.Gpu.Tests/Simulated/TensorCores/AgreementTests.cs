using ILGPU.Simulation;
using Xunit.Abstractions;

namespace NetGen.Gpu.Tests.Simulated.TensorCores;

/// <summary>Products on tensor cores differ from those of the processor by the rounding of their operands.</summary>
public sealed class AgreementTests(OnTensorCores device, ITestOutputHelper output) : IClassFixture<OnTensorCores>
{
    // Fewer than a tile has rows, and more than a tile that is no multiple.
    private static readonly int[] s_batches = [1, 3, 65, 200];

    public static TheoryData<string, ProductPrecision> Cases
    {
        get
        {
            var data = new TheoryData<string, ProductPrecision>();
            foreach (var name in new[] { "FittingNet", "UnevenNet", "FusedNet" })
            {
                data.Add(name, ProductPrecision.TensorFloat32);
                data.Add(name, ProductPrecision.BFloat16);
            }

            return data;
        }
    }

    private static double Tolerance(ProductPrecision products) => products == ProductPrecision.TensorFloat32 ? 2e-3 : 2e-2;

    [Theory, MemberData(nameof(Cases))]
    public void Predictions_and_losses_agree(string name, ProductPrecision products) => Compare(name, products, s_batches, (difference, expected, actual, batch) =>
    {
        difference.Add($"{batch.Size} samples, output", expected.Predict(batch), actual.Predict(batch));
        difference.Add($"{batch.Size} samples, loss", [expected.Loss(batch)], [actual.Loss(batch)]);
    });

    [Theory, MemberData(nameof(Cases))]
    public void Gradients_agree(string name, ProductPrecision products) => Compare(name, products, s_batches, CompareGradients);

    [Theory]
    [InlineData("FittingNet", ProductPrecision.TensorFloat32)]
    [InlineData("UnevenNet", ProductPrecision.BFloat16)]
    [InlineData("FusedNet", ProductPrecision.TensorFloat32)]
    public void Gradients_of_a_large_batch_agree(string name, ProductPrecision products) => Compare(name, products, [12300], CompareGradients);

    [Theory, MemberData(nameof(Cases))]
    public void Bits_do_not_depend_on_the_order_of_threads(string name, ProductPrecision products)
    {
        double[] Gradients(ThreadOrder order)
        {
            var subject = OnDevice.Copy(Subject.Create(name, 4), device.Accelerator, products);
            using var disposed = (IDisposable)subject.Network;
            device.Simulator.Order = order;
            var (loss, gradient, inputGradients) = subject.Gradient(Batch.Draw(subject, 65, 4));
            device.Simulator.Order = ThreadOrder.ByNumber;
            return [loss, .. Samples.Widen(gradient), .. inputGradients.SelectMany(Samples.Widen)];
        }

        Assert.Equal(Gradients(ThreadOrder.ByNumber), Gradients(ThreadOrder.Shuffled(1)));
    }

    private static void CompareGradients(Difference difference, Subject expected, Subject actual, Batch batch)
    {
        var (here, there) = (expected.Gradient(batch), actual.Gradient(batch));
        difference.Add($"{batch.Size} samples, training loss", [here.Loss], [there.Loss]);
        difference.AddGradients(expected.Network.Parameters, $"{batch.Size} samples, gradient of", here.Gradient, there.Gradient);
        difference.Add($"{batch.Size} samples, gradient of input", here.InputGradients, there.InputGradients);
    }

    private void Compare(string name, ProductPrecision products, int[] batches, Action<Difference, Subject, Subject, Batch> compare)
    {
        var expected = Subject.Create(name, 2);
        var actual = OnDevice.Copy(Subject.Create(name, 2), device.Accelerator, products);
        using var disposed = (IDisposable)actual.Network;
        var difference = new Difference(Tolerance(products), output);
        foreach (var size in batches)
        {
            compare(difference, expected, actual, Batch.Draw(expected, size, size));
        }

        difference.AssertNone();
    }
}
