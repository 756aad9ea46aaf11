using NetGen.Fitting.Tests.Explaining;
using NetGen.Fitting.Tests.Several;

namespace NetGen.Gpu.Tests.Several;

/// <summary>The training loop runs on a device for networks with several inputs and outputs too.</summary>
public sealed class FitTests(OnDevice device) : IClassFixture<OnDevice>
{
    [Fact]
    public void Fit_of_two_inputs_and_two_losses_ends_with_the_weights_of_the_processor()
    {
        var (expected, source) = (new PairNet(1), new PairNet(1));
        using var gpu = source.ToGpu(device.Accelerator);
        var whole = expected.Fit(new Rows(100, 1).Set, Options(new Rows(20, 2).Set));

        var result = gpu.Fit(new Rows(100, 1).Set, Options(new Rows(20, 2).Set));

        gpu.Download();
        Assert.Equal(whole.Steps, result.Steps);
        Assert.Equal(whole.Epochs[^1].ValidationLoss!.Value, result.Epochs[^1].ValidationLoss!.Value, 1e-3);
        Assert.InRange(Values.Error(source.Parameters.ToArray(), expected.Parameters.ToArray()), 0, 1e-3);
    }

    [Fact]
    public void Fit_on_labels_alone_ends_with_the_weights_of_the_processor()
    {
        var (expected, source) = (new TwoInputNet(1), new TwoInputNet(1));
        using var gpu = source.ToGpu(device.Accelerator);
        expected.Fit(new Rows(50, 1).Labelled, Options(null));

        gpu.Fit(new Rows(50, 1).Labelled, Options(null));

        gpu.Download();
        Assert.InRange(Values.Error(source.Parameters.ToArray(), expected.Parameters.ToArray()), 0, 1e-3);
        Assert.Equal(expected.Evaluate(new Rows(40, 3).Labelled).Accuracy, gpu.Evaluate(new Rows(40, 3).Labelled).Accuracy);
    }

    private static FitOptions Options(Dataset? validation) => new() { Epochs = 2, BatchSize = 16, Optimizer = new AdamW(1e-2), Seed = 3, Validation = validation };
}
