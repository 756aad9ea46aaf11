using NetGen.Fitting.Tests.Explaining;
using NetGen.Fitting.Tests.Several;

namespace NetGen.Gpu.Tests.Several;

/// <summary>What the training loop calls of a network with several inputs and outputs is on a device what it is on the processor.</summary>
public sealed class RowTests(OnDevice device) : IClassFixture<OnDevice>
{
    [Theory]
    [InlineData(1)]
    [InlineData(70)]
    public void Steps_on_rows_agree(int batch)
    {
        var (rows, expected, source) = (new Rows(batch, 1), new PairNet(3), new PairNet(3));
        using var gpu = source.ToGpu(device.Accelerator);
        ITrainable<float, float> here = expected, there = gpu;
        var (onProcessor, onDevice) = (new Adam(0.01), new Adam(0.01));
        var weights = Values.Of(batch, 5).Select(MathF.Abs).ToArray();

        Assert.Equal(here.Step(rows.Inputs, rows.Targets, onProcessor), there.Step(rows.Inputs, rows.Targets, onDevice), 1e-4f);
        Assert.Equal(here.Step(rows.Inputs, rows.Targets, weights, onProcessor), there.Step(rows.Inputs, rows.Targets, weights, onDevice), 1e-4f);

        gpu.Download();
        AssertClose(expected.Parameters.ToArray(), source.Parameters.ToArray(), 1e-3);
    }

    [Fact]
    public void Losses_gradients_and_predictions_of_rows_agree()
    {
        var (rows, net) = (new Rows(9, 1), new PairNet(3));
        using var gpu = net.ToGpu(device.Accelerator);
        ITrainable<float, float> here = net, there = gpu;
        var (expected, found) = (new float[net.Parameters.Length], new float[net.Parameters.Length]);
        var (outputs, onDevice) = (new float[9 * 5], new float[9 * 5]);
        var weights = Values.Of(9, 5).Select(MathF.Abs).ToArray();

        Assert.Equal(here.Loss(rows.Inputs, rows.Targets), there.Loss(rows.Inputs, rows.Targets), 1e-5f);
        Assert.Equal(here.Loss(rows.Inputs, rows.Targets, weights), there.Loss(rows.Inputs, rows.Targets, weights), 1e-5f);
        Assert.Equal(here.Gradient(rows.Inputs, rows.Targets, expected), there.Gradient(rows.Inputs, rows.Targets, found), 1e-5f);
        here.Predict(rows.Inputs, outputs);
        there.Predict(rows.Inputs, onDevice);

        AssertClose(expected, found, 1e-5);
        AssertClose(outputs, onDevice, 1e-5);
    }

    [Fact]
    public void Double_precision_takes_rows_of_its_own_precision_and_explains_in_single()
    {
        var (rows, net) = (new Rows(5, 1), new ExactPairNet(3));
        using var gpu = net.ToGpu(device.Accelerator);
        ITrainable<double, double> here = net, there = gpu;
        double[] inputs = [.. rows.Inputs.Select(value => (double)value)], targets = [.. rows.Targets.Select(value => (double)value)];

        Assert.Equal(here.Loss(inputs, targets), there.Loss(inputs, targets), 1e-6f);
        AssertClose(Explain.Saliency(net, rows.Inputs[..7], 4, new SaliencyOptions { Signed = true }).Values, Explain.Saliency(gpu, rows.Inputs[..7], 4, new SaliencyOptions { Signed = true }).Values, 1e-5);
    }

    [Fact]
    public void Network_without_targets_predicts_behind_the_interface_of_explaining()
    {
        var net = new TargetlessNet(3);
        using var gpu = net.ToGpu(device.Accelerator);
        var (expected, found) = (new float[4], new float[4]);

        ((IExplainable)net).Predict(Values.Of(6, 1), expected);
        ((IExplainable)gpu).Predict(Values.Of(6, 1), found);

        AssertClose(expected, found, 1e-5);
    }

    [Fact]
    public void Wrong_rows_are_refused_and_change_nothing()
    {
        var (rows, net) = (new Rows(9, 1), new PairNet(3));
        using var gpu = net.ToGpu(device.Accelerator);
        ITrainable<float, float> trainable = gpu;
        var targets = rows.Targets;
        targets[(4 * 3) + 2] = 0.5f;
        var before = net.Parameters.ToArray();

        Assert.Contains("Target 2 of sample 4", Assert.Throws<ArgumentException>(() => trainable.Step(rows.Inputs, targets, new Adam())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => trainable.Loss(new float[62], rows.Targets));
        Assert.Throws<ArgumentException>(() => trainable.Step(rows.Inputs, rows.Targets, new float[8], new Adam()));
        Assert.Throws<ArgumentException>(() => trainable.Gradient(rows.Inputs, rows.Targets, new float[3]));

        gpu.Download();
        Assert.Equal(before, net.Parameters.ToArray());
    }

    private static void AssertClose(IReadOnlyList<float> expected, IReadOnlyList<float> actual, double tolerance)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.InRange(Values.Error(actual, expected), 0, tolerance);
    }
}
