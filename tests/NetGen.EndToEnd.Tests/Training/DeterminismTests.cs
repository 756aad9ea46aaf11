namespace NetGen.EndToEnd.Tests.Training;

[Collection(nameof(ThreadCounts))]
public sealed class DeterminismTests
{
    private const int Steps = 12;

    [Fact]
    public void Same_seed_gives_the_same_weights_after_training()
    {
        Assert.Equal(TrainWide(seed: 5), TrainWide(seed: 5));
        Assert.NotEqual(TrainWide(seed: 5), TrainWide(seed: 6));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Any_number_of_threads_gives_the_same_weights(int threads) =>
        Assert.Equal(ThreadCounts.With(1, () => TrainWide(seed: 5)), ThreadCounts.With(threads, () => TrainWide(seed: 5)));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_number_of_threads_gives_the_same_weights_in_double_precision(int threads) =>
        Assert.Equal(ThreadCounts.With(1, () => TrainWideDouble(seed: 5)), ThreadCounts.With(threads, () => TrainWideDouble(seed: 5)));

    [Fact]
    public void Any_number_of_threads_gives_the_same_predictions_losses_and_gradients()
    {
        var net = new WideNet(4);
        var (inputs, labels) = (Samples.Singles(130 * 131, 1), Samples.Labels(130, 10, 2));
        (float Loss, float Trained, float[] Outputs, float[] Gradients, float[] InputGradients) Run()
        {
            var (gradients, inputGradients) = (new float[net.Parameters.Length], new float[inputs.Length]);
            var trained = net.Gradient(inputs, labels, gradients, inputGradients);
            return (net.Loss(inputs, labels), trained, net.Predict(inputs), gradients, inputGradients);
        }

        var (one, two) = (ThreadCounts.With(1, Run), ThreadCounts.With(2, Run));

        Assert.Equal((one.Loss, one.Trained), (two.Loss, two.Trained));
        Assert.Equal(one.Outputs, two.Outputs);
        Assert.Equal(one.Gradients, two.Gradients);
        Assert.Equal(one.InputGradients, two.InputGradients);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_number_of_threads_gives_the_same_gradients_over_samples_of_several_rows(int threads)
    {
        const int batch = 2001;
        var net = new RowsNet(4);
        var (inputs, targets) = (Samples.Singles(batch * 15, 1), Samples.Singles(batch * 3, 2));
        (float[] Gradients, float[] InputGradients) Run()
        {
            var (gradients, inputGradients) = (new float[net.Parameters.Length], new float[inputs.Length]);
            net.Gradient(inputs, targets, gradients, inputGradients);
            return (gradients, inputGradients);
        }

        var (one, many) = (ThreadCounts.With(1, Run), ThreadCounts.With(threads, Run));

        Assert.Equal(one.Gradients, many.Gradients);
        Assert.Equal(one.InputGradients, many.InputGradients);
    }

    [Fact]
    public void Predict_from_eight_threads_at_once_gives_the_bits_of_one()
    {
        var net = new WideNet(4);
        int[] sizes = [1, 2, 7, 40, 64, 65, 130, 600];
        var inputs = sizes.Select(size => Samples.Singles(size * 131, size)).ToArray();
        var expected = inputs.Select(values => ThreadCounts.With(1, () => net.Predict(values))).ToArray();
        var wrong = 0;
        var threads = Enumerable.Range(0, 8).Select(number => new Thread(() =>
        {
            for (var i = 0; i < 60; i++)
            {
                var at = (i + number) % sizes.Length;
                if (!net.Predict(inputs[at]).AsSpan().SequenceEqual(expected[at]))
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        })).ToList();

        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Equal(0, wrong);
    }

    private static float[] TrainWide(ulong seed)
    {
        var (net, optimizer) = (new WideNet(seed), new Adam(1e-3));
        for (var step = 0; step < Steps; step++)
        {
            // The last batch is smaller, as at the end of an epoch.
            var batch = step == Steps - 1 ? 37 : 64;
            net.Step(Samples.Singles(batch * 131, step), Samples.Labels(batch, 10, step), optimizer);
        }

        var weights = new float[net.Parameters.Length];
        net.Parameters.CopyTo(weights);
        return weights;
    }

    private static double[] TrainWideDouble(ulong seed)
    {
        var (net, optimizer) = (new WideDoubleNet(seed), new Adam(1e-3));
        for (var step = 0; step < Steps; step++)
        {
            net.Step(Samples.Doubles(64 * 131, step), Samples.Parts(64 * 3, step), optimizer);
        }

        var weights = new double[net.Parameters.Length];
        net.Parameters.CopyTo(weights);
        return weights;
    }
}
