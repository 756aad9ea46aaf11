namespace NetGen.Images.Tests.BatchNorms;

/// <summary>Training on one value per channel, of which a batch norm would leave nothing: refused, before anything changes.</summary>
public sealed class BatchOfOneTests
{
    private static readonly float[] s_sample = [1, 2, 3, 4, 5];

    private static readonly float[] s_pair = [1, 2, 3, 4, 5, 0.5f, -1, 2, 0, 1];

    [Fact]
    public void Step_is_refused_with_what_it_needs()
    {
        var refusal = Assert.Throws<ArgumentException>("inputs", () => new VectorNormNet(1).Step(s_sample, [1], new Sgd(0.1)));

        Assert.StartsWith("VectorNormNet trains on batches of at least 2 samples: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("but a batch of 1 was given.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Step_that_is_refused_changes_nothing()
    {
        var (refused, expected) = (new DroppingNormNet(1), new DroppingNormNet(1));
        var (optimizer, fresh) = (new Adam(1e-2), new Adam(1e-2));
        var before = State(refused);

        Assert.Throws<ArgumentException>(() => refused.Step(s_sample, [1], optimizer));
        Assert.Throws<ArgumentException>(() => refused.Step(s_sample, [1], [1f], optimizer));

        Assert.Equal(before, State(refused));
        for (var step = 0; step < 3; step++)
        {
            // The next steps drop the same values and correct the moments by the same powers.
            Assert.Equal(expected.Step(s_pair, [1, 3], fresh), refused.Step(s_pair, [1, 3], optimizer));
        }

        Assert.Equal(State(expected), State(refused));
    }

    [Fact]
    public void Optimizer_of_a_refused_step_still_belongs_to_nobody()
    {
        var optimizer = new Adam(1e-2);
        Assert.Throws<ArgumentException>(() => new VectorNormNet(1).Step(s_sample, [1], optimizer));

        Assert.True(float.IsFinite(new DroppingNormNet(1).Step(s_pair, [1, 3], optimizer)));
    }

    [Fact]
    public void Gradient_is_refused_and_leaves_its_buffers()
    {
        var net = new VectorNormNet(1);
        var (gradients, inputGradients) = (new float[net.Parameters.Length], new float[5]);
        gradients.AsSpan().Fill(7);
        inputGradients.AsSpan().Fill(7);

        Assert.Throws<ArgumentException>("inputs", () => net.Gradient(s_sample, [1], gradients, inputGradients));

        Assert.All([.. gradients, .. inputGradients], value => Assert.Equal(7, value));
    }

    [Fact]
    public void Evaluation_takes_a_single_sample()
    {
        var net = new VectorNormNet(1);
        var gradients = new float[net.Parameters.Length];

        Assert.True(float.IsFinite(net.Loss(s_sample, [1])));
        Assert.Equal(4, net.Predict(s_sample).Length);
        net.Backward(s_sample, [1, 0, 0, 0], gradients, []);
        Assert.Contains(gradients, value => value != 0);
    }

    [Fact]
    public void Network_with_several_inputs_is_refused_as_well()
    {
        var net = new TwoInputNormNet(1);
        var before = State(net);

        Assert.Throws<ArgumentException>("inputs", () => net.Step([1, 2, 3], [1, 2], [0], new Sgd(0.1)));
        Assert.Throws<ArgumentException>("inputs", () => ((ITrainable<float, int>)net).Step(s_sample, [0], new Sgd(0.1)));
        Assert.Equal(before, State(net));
    }

    [Fact]
    public void Several_positions_of_one_sample_are_enough()
    {
        var net = new ImageNormNet(1);

        Assert.True(float.IsFinite(net.Step(Inputs(1, 3 * 5 * 7), [1], new Sgd(0.1))));
    }

    [Fact]
    public void Least_batch_is_known()
    {
        Assert.Equal(1, ImageNormNet.Info.SmallestTrainingBatch);
        Assert.Equal(1, SequenceNormNet.Info.SmallestTrainingBatch);
        Assert.Equal(2, VectorNormNet.Info.SmallestTrainingBatch);
        Assert.Equal(2, PooledNormNet.Info.SmallestTrainingBatch);
        Assert.Equal(2, TwoInputNormNet.Info.SmallestTrainingBatch);
    }

    [Fact]
    public void Fit_is_refused_before_its_first_step_where_the_last_batch_of_an_epoch_has_one_sample()
    {
        var net = new VectorNormNet(1);
        var before = State(net);

        var refusal = Assert.Throws<ArgumentException>("options", () => net.Fit(Set(33), new FitOptions { BatchSize = 16 }));

        Assert.Contains("but the last batch of an epoch of 33 samples, 16 at a time, would have 1. Choose another BatchSize, or DropLast = true.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, State(net));
    }

    [Fact]
    public void Fit_is_refused_with_batches_of_one()
    {
        var refusal = Assert.Throws<ArgumentException>("options", () => new VectorNormNet(1).Fit(Set(3), new FitOptions { BatchSize = 1 }));

        Assert.Contains("but the batches of 3 samples, 1 at a time, would have 1. Choose another BatchSize.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(33, 16, true)]
    [InlineData(33, 11, false)]
    [InlineData(34, 16, false)]
    public void Fit_trains_where_every_batch_has_two_samples(int samples, int batch, bool dropLast) =>
        Assert.Single(new VectorNormNet(1).Fit(Set(samples), new FitOptions { BatchSize = batch, DropLast = dropLast }).Epochs);

    private static Dataset<float, int> Set(int count) => Dataset.From(Inputs(count, 5), [.. Enumerable.Range(0, count).Select(index => index % 4)], 5);

    private static float[] Inputs(int count, int size)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, count * size).Select(_ => random.NextSingle())];
    }

    private static float[] State(ITrainable<float, int> net)
    {
        List<float> values = [.. ((ParameterSet<float>)net.Parameters).ToArray()];
        foreach (var buffer in net.Buffers)
        {
            var held = new float[buffer.Length];
            buffer.CopyTo(held);
            values.AddRange(held);
        }

        return [.. values];
    }
}
