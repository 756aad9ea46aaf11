namespace NetGen.Runtime.Tests.Training;

public sealed class FitTests
{
    private static FitOptions Options(int epochs = 3, int batchSize = 16) =>
        new() { Epochs = epochs, BatchSize = batchSize, Optimizer = new Sgd(0.1), Seed = 1 };

    [Fact]
    public void Linear_regression_finds_the_line()
    {
        var net = new Regression(2);
        var result = net.Fit(Samples.Line(500), Options(epochs: 60) with { Validation = Samples.Line(50) });
        Assert.Equal([2f, -3f, 1f], net.Weights.Select(weight => MathF.Round(weight, 2)));
        Assert.Equal(60, result.Epochs.Count);
        Assert.Equal(60 * 32, result.Steps);
        Assert.False(result.Cancelled);
        Assert.True(result.Last!.Loss < 1e-4, $"loss {result.Last.Loss}");
        Assert.True(result.Last.ValidationLoss < 1e-4, $"validation loss {result.Last.ValidationLoss}");
        Assert.Null(result.Last.ValidationAccuracy);
    }

    [Fact]
    public void Classifier_learns_and_its_accuracy_is_validated()
    {
        var (train, test) = Samples.Corners(600).Split(0.8, seed: 1, stratified: true);
        var result = new Classifier(2, 3).Fit(train, Options(epochs: 20) with { Validation = test });
        Assert.Equal(1.0, result.Last!.ValidationAccuracy);
        Assert.True(result.Last.Loss < result.Epochs[0].Loss);
    }

    [Fact]
    public void Same_seed_gives_the_same_weights_and_another_seed_others()
    {
        float[] Train(ulong seed)
        {
            var net = new Regression(2);
            net.Fit(Samples.Line(101), Options() with { Seed = seed });
            return net.Weights;
        }

        Assert.Equal(Train(1), Train(1));
        Assert.NotEqual(Train(1), Train(2));
    }

    [Fact]
    public void Shuffling_can_be_switched_off()
    {
        var data = Samples.Line(40);
        var net = new Regression(2);
        net.Fit(data, Options(epochs: 2, batchSize: 10) with { Shuffle = false });
        float[] first = [.. new[] { 0, 10, 20, 30 }.Select(i => data.Input(i)[0])];
        Assert.Equal([.. first, .. first], net.FirstInputs);
    }

    [Theory]
    [InlineData(false, 7)]
    [InlineData(true, 6)]
    public void Last_smaller_batch_is_taken_or_dropped(bool drop, int steps)
    {
        var net = new Regression(2);
        net.Fit(Samples.Line(100), Options(epochs: 1) with { DropLast = drop });
        Assert.Equal(steps, net.Steps);
    }

    [Fact]
    public void Default_optimizer_is_Adam_with_a_rate_of_one_thousandth()
    {
        var net = new Regression(2);
        net.Fit(Samples.Line(10), new FitOptions());
        Assert.Equal(1, net.Steps);
        Assert.All(net.Weights, weight => Assert.InRange(Math.Abs(weight), 0, 0.01));
    }

    [Fact]
    public void Epoch_loss_weighs_batches_by_their_samples()
    {
        var net = new Regression(2) { BeforeStep = step => step };
        // Batches of 16, 16 and 8 with the losses 1, 2 and 3.
        Assert.Equal(((16 * 1) + (16 * 2) + (8 * 3)) / 40.0, net.Fit(Samples.Line(40), Options(epochs: 1)).Last!.Loss, 12);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Cancellation_ends_between_two_steps_and_is_told(bool inOptions)
    {
        using var cancellation = new CancellationTokenSource();
        var net = new Regression(2);
        net.BeforeStep = step =>
        {
            if (step == 10)
            {
                cancellation.Cancel();
            }

            return null;
        };
        var options = Options(epochs: 5) with { CancellationToken = inOptions ? cancellation.Token : default };
        var result = net.Fit(Samples.Line(100), options, inOptions ? default : cancellation.Token);
        Assert.True(result.Cancelled);
        Assert.Equal((10, 10L, 1), (net.Steps, result.Steps, result.Epochs.Count));
    }

    [Fact]
    public void Cancellation_within_a_validation_keeps_the_epoch()
    {
        using var cancellation = new CancellationTokenSource();
        var net = new Regression(2) { BeforeLoss = cancellation.Cancel };
        var result = net.Fit(Samples.Line(100), Options() with { Validation = Samples.Line(1000) }, cancellation.Token);
        Assert.True(result.Cancelled);
        Assert.Null(Assert.Single(result.Epochs).ValidationLoss);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Loss_that_is_not_finite_ends_the_training_with_its_place_and_advice(float loss)
    {
        var net = new Regression(2) { BeforeStep = step => step == 10 ? loss : null };
        var error = Assert.Throws<NotFiniteNumberException>(() => net.Fit(Samples.Line(100), Options()));
        Assert.Contains($"became {loss} in epoch 2, batch 3 of 7 (learning rate 0.1)", error.Message, StringComparison.Ordinal);
        Assert.Contains("Try a learning rate ten times lower", error.Message, StringComparison.Ordinal);
        Assert.Equal(loss, error.OffendingNumber);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Steps_are_not_joined_by_allocations(bool validate)
    {
        long Allocated(int epochs)
        {
            var net = new Regression(2);
            net.FirstInputs.Capacity = 10_000;
            var options = Options(epochs, batchSize: 4) with { Validation = validate ? Samples.Line(500) : null };
            var data = Samples.Line(1000);
            long before = GC.GetAllocatedBytesForCurrentThread();
            net.Fit(data, options);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated(1);
        long perEpoch = (Allocated(21) - Allocated(1)) / 20;

        // 250 steps: a result, its numbers and the validation's few objects per epoch; one object per step would be 6,000 bytes.
        Assert.InRange(perEpoch, 0, 4000);
    }
}
