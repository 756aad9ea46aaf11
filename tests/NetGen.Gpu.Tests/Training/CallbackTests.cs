using NetGen.EndToEnd.Tests.Training;

namespace NetGen.Gpu.Tests.Training;

/// <summary>While a training runs, its callbacks may use the network on the device; the next batch is on the device by then.</summary>
public sealed class CallbackTests(OnDevice device) : IClassFixture<OnDevice>
{
    [Fact]
    public void Predictions_between_steps_do_not_change_a_training() => AssertSame((gpu, set) => gpu.Predict(set.Input(0)));

    [Fact]
    public void Losses_of_larger_batches_between_steps_do_not_change_a_training() =>
        AssertSame((gpu, set) => gpu.Loss(Enumerable.Repeat(set.Input(1).ToArray(), 130).SelectMany(values => values).ToArray(), new int[130]));

    [Fact]
    public void Gradients_between_steps_do_not_change_a_training() => AssertSame((gpu, set) => gpu.Gradient(set.Input(0), [1], new float[gpu.Parameters.Length]));

    [Fact]
    public void A_step_between_steps_is_one_more_and_the_staged_batch_stays()
    {
        var (expected, actual) = (new SmallNet(1), new SmallNet(1));
        FitOptions Options(TrainingCallback callback) => new() { Epochs = 1, BatchSize = 16, Optimizer = new Sgd(0.1), Seed = 2, Callbacks = [callback] };
        expected.Fit(Set(), Options(new OnStepDo(() => expected.Step(Set().Input(0), [1], new Sgd(0.1)))));
        using var gpu = actual.ToGpu(device.Accelerator);

        gpu.Fit(Set(), Options(new OnStepDo(() => gpu.Step(Set().Input(0), [1], new Sgd(0.1)))));

        gpu.Download();
        var largest = expected.Parameters.ToArray().Max(MathF.Abs);
        Assert.All(expected.Parameters.ToArray().Zip(actual.Parameters.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5f * largest));
    }

    private void AssertSame(Action<SmallNet.Gpu, Dataset<float, int>> between) => Assert.Equal(Train((_, _) => { }), Train(between));

    private float[] Train(Action<SmallNet.Gpu, Dataset<float, int>> between)
    {
        var (net, set) = (new SmallNet(1), Set());
        using var gpu = net.ToGpu(device.Accelerator);
        gpu.Fit(set, new FitOptions { Epochs = 2, BatchSize = 16, Optimizer = new Adam(1e-2), Seed = 2, Callbacks = [new OnStepDo(() => between(gpu, set))] });
        gpu.Download();
        return net.Parameters.ToArray();
    }

    private static Dataset<float, int> Set()
    {
        var random = new Random(1);
        return Dataset.From(Enumerable.Range(0, 50 * 7).Select(_ => random.NextSingle()).ToArray(), Enumerable.Range(0, 50).Select(_ => random.Next(3)).ToArray(), 7);
    }

    private sealed class OnStepDo(Action action) : TrainingCallback
    {
        public override void OnStep(TrainingContext training) => action();
    }
}
