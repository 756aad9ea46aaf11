namespace NetGen.Fitting.Tests;

/// <summary>When callbacks are called, what they see, and what they can do.</summary>
public sealed class CallbackTests
{
    private readonly Dataset<float, int> _data = Samples.Classes(40, 1);

    [Fact]
    public void Calls_come_in_the_order_of_the_training()
    {
        var log = new List<string>();

        Fit(epochs: 2, new Recorder(log));

        Assert.Equal(
            [
                "begin 1/2", "epoch 1 begins", "step 1.1 16", "step 1.2 32", "step 1.3 40", "epoch 1 ends",
                "epoch 2 begins", "step 2.1 16", "step 2.2 32", "step 2.3 40", "epoch 2 ends", "end 6",
            ],
            log);
    }

    [Fact]
    public void Losses_are_those_of_the_batch_and_of_the_epoch_so_far()
    {
        var losses = new List<(float Batch, double Epoch)>();

        var result = Fit(epochs: 1, new OnStepOf(training => losses.Add((training.BatchLoss, training.Loss))));

        Assert.Equal(losses[0].Batch, losses[0].Epoch);
        Assert.Equal(((losses[0].Batch * 16) + (losses[1].Batch * 16) + (losses[2].Batch * 8)) / 40.0, losses[2].Epoch, 12);
        Assert.Equal(result.Last!.Loss, losses[2].Epoch);
    }

    [Fact]
    public void Stop_within_an_epoch_ends_after_that_step()
    {
        var result = Fit(epochs: 3, new OnStepOf(training =>
        {
            if (training.Step == 4)
            {
                training.Stop();
            }
        }));

        Assert.Equal((4L, 1, true, false), (result.Steps, result.Epochs.Count, result.StoppedEarly, result.Cancelled));
    }

    [Fact]
    public void Exception_of_a_callback_reaches_the_caller()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => Fit(epochs: 1, new OnStepOf(_ => throw new InvalidOperationException("mine"))));

        Assert.Equal("mine", thrown.Message);
    }

    [Fact]
    public void Learning_rate_set_by_a_callback_is_that_of_the_next_step_and_of_the_result()
    {
        var rates = new List<double>();

        var result = Fit(epochs: 1, new OnStepOf(training =>
        {
            rates.Add(training.Optimizer.LearningRate);
            training.Optimizer.LearningRate /= 2;
        }));

        Assert.Equal([0.1, 0.05, 0.025], rates);
        Assert.Equal(0.0125, result.Last!.LearningRate);
    }

    [Fact]
    public void Layer_unfrozen_in_the_second_epoch_is_trained_from_then_on()
    {
        var net = new ClassNet(1);
        net.Parameters.Freeze("dense1.*");
        var initial = net.Parameters["dense1.weight"].ToArray();
        float[]? afterFirst = null;

        net.Fit(_data, Options(2) with
        {
            Callbacks = [new OnEpochEndOf(training =>
            {
                afterFirst ??= net.Parameters["dense1.weight"].ToArray();
                training.Network.Parameters.Unfreeze("dense1.*");
            })],
        });

        Assert.Equal(initial, afterFirst);
        Assert.NotEqual(initial, net.Parameters["dense1.weight"].ToArray());
    }

    [Fact]
    public void Metadata_of_the_training_set_is_noted_in_the_network()
    {
        var net = new ClassNet(1);

        net.Fit(_data.WithClassNames("low", "even", "high"), Options(1));

        Assert.Equal(["low", "even", "high"], net.Metadata.ClassNames!);
    }

    private static FitOptions Options(int epochs) => new() { Epochs = epochs, BatchSize = 16, Optimizer = new Sgd(0.1) };

    private FitResult Fit(int epochs, params TrainingCallback[] callbacks) => new ClassNet(1).Fit(_data, Options(epochs) with { Callbacks = callbacks });

    private sealed class Recorder(List<string> log) : TrainingCallback
    {
        public override void OnBegin(TrainingContext training) => log.Add($"begin {training.Epoch}/{training.Epochs}");

        public override void OnEpochBegin(TrainingContext training) => log.Add($"epoch {training.Epoch} begins");

        public override void OnStep(TrainingContext training) => log.Add($"step {training.Epoch}.{training.Batch} {training.Samples}");

        public override void OnEpochEnd(TrainingContext training, EpochResult result) => log.Add($"epoch {result.Epoch} ends");

        public override void OnEnd(TrainingContext training, FitResult result) => log.Add($"end {result.Steps}");
    }

    private sealed class OnStepOf(Action<TrainingContext> action) : TrainingCallback
    {
        public override void OnStep(TrainingContext training) => action(training);
    }

    private sealed class OnEpochEndOf(Action<TrainingContext> action) : TrainingCallback
    {
        public override void OnEpochEnd(TrainingContext training, EpochResult result) => action(training);
    }
}
