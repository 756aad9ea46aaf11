namespace NetGen.Runtime.Tests.Buffers;

/// <summary>Steps change running statistics, as the batch says and the optimizer does not; nothing else does.</summary>
public sealed class BufferStepTests
{
    private static readonly Dictionary<string, Func<Optimizer>> s_optimizers = new()
    {
        ["sgd"] = () => new Sgd(0.1),
        ["sgd with momentum"] = () => new Sgd(0.1, 0.9, nesterov: true, weightDecay: 0.5) { L1 = 0.1 },
        ["adam"] = () => new Adam(0.1, weightDecay: 0.5, amsgrad: true),
        ["adamw"] = () => new AdamW(0.1, weightDecay: 0.5) { ClipNorm = 0.1 },
        ["rmsprop"] = () => new RmsProp(0.1) { Momentum = 0.9, Centered = true, DecoupledWeightDecay = 0.5 },
        ["adagrad"] = () => new Adagrad(0.1, initialAccumulator: 0.1) { ClipValue = 0.1, WeightDecay = 0.5 },
        ["lion"] = () => new Lion(0.1, weightDecay: 0.5),
        ["lion, clipped"] = () => new Lion(0.1, weightDecay: 0.5) { ClipNorm = 1, L1 = 0.5 },
        ["groups"] = () => new AdamW(0.1) { Groups = [new("*.bias") { WeightDecay = 0 }] },
        ["accumulated"] = () => new Sgd(0.1) { AccumulationSteps = 2, DecoupledWeightDecay = 0.5 },
    };

    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (string name in s_optimizers.Keys)
        {
            // More values than are updated at once, and fewer.
            cases.Add(name, 40);
            cases.Add(name, 5000);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Step_moves_running_statistics_by_the_batch_whatever_the_optimizer_does(string name, int features)
    {
        var network = new NormNetwork(features);
        Optimizer optimizer = s_optimizers[name]();
        float[] before = network.Parameters.ToArray(), mean = network.Mean, variance = network.Variance;
        for (int step = 1; step <= 4; step++)
        {
            var (inputs, targets) = NormNetwork.Batch(features, 6, step);
            network.Step(inputs, targets, optimizer);
            for (int feature = 0; feature < features; feature++)
            {
                var values = Enumerable.Range(0, 6).Select(row => (double)inputs[(row * features) + feature]).ToArray();
                double average = values.Average(), spread = values.Sum(value => (value - average) * (value - average)) / 5;
                (mean[feature], variance[feature]) = ((float)((0.9 * mean[feature]) + (0.1 * average)), (float)((0.9 * variance[feature]) + (0.1 * spread)));
            }

            Assert.Equal(step, network.Count);
        }

        Assert.All(mean.Zip(network.Mean), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        Assert.All(variance.Zip(network.Variance), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        Assert.NotEqual(before, network.Parameters.ToArray());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Update_by_a_gradient_from_elsewhere_leaves_running_statistics(string name, int features)
    {
        var network = new NormNetwork(features);
        var (inputs, targets) = NormNetwork.Batch(features, 6);
        Optimizer optimizer = s_optimizers[name]();
        network.Step(inputs, targets, optimizer);
        string[] statistics = network.State[(features + 1)..];
        for (int i = 0; i < 2; i++)
        {
            network.Core.Update([.. Enumerable.Repeat(1f, features + 1)], optimizer);
        }

        Assert.Equal(statistics, network.State[(features + 1)..]);
    }

    [Fact]
    public void Everything_but_steps_leaves_running_statistics()
    {
        var network = new NormNetwork(40);
        var (inputs, targets) = NormNetwork.Batch(40, 6);
        network.Step(inputs, targets, new Sgd(0.1));
        string[] before = network.State;

        var gradients = new float[41];
        network.Gradient(inputs, targets, gradients);
        network.Loss(inputs, targets);
        network.Predict(inputs, new float[6]);
        network.Core.Backward(inputs, targets, gradients, []);

        Assert.Equal(before, network.State);
    }

    [Fact]
    public void Step_that_fails_before_it_ran_leaves_everything_and_the_next_gradient_is_no_step()
    {
        var network = new NormNetwork(40);
        var (inputs, targets) = NormNetwork.Batch(40, 6);
        var optimizer = new Sgd(0.1);
        string[] before = network.State;

        network.Core.FailsBefore = true;
        Assert.Throws<InsufficientMemoryException>(() => network.Step(inputs, targets, optimizer));
        Assert.Throws<ArgumentException>(() => network.Step(inputs, targets.AsSpan(1), optimizer));
        network.Core.FailsBefore = false;
        network.Gradient(inputs, targets, new float[41]);

        Assert.Equal(before, network.State);
        network.Core.FailsAfter = true;
        Assert.Throws<InsufficientMemoryException>(() => network.Step(inputs, targets, optimizer));
        network.Core.FailsAfter = false;
        network.Gradient(inputs, targets, new float[41]);
        Assert.Equal(1, network.Count);
    }

    [Fact]
    public void Frozen_parameters_do_not_stop_statistics()
    {
        var network = new NormNetwork(40);
        var (inputs, targets) = NormNetwork.Batch(40, 6);
        network.Parameters.Freeze("*");
        float[] weights = network.Parameters.ToArray(), mean = network.Mean;

        network.Step(inputs, targets, new AdamW(0.1));

        Assert.Equal(weights, network.Parameters.ToArray());
        Assert.NotEqual(mean, network.Mean);
        Assert.Equal(1, network.Count);
    }

    [Fact]
    public void Prediction_uses_what_was_gathered_or_given()
    {
        var network = new NormNetwork(40);
        var (inputs, _) = NormNetwork.Batch(40, 6);
        var (before, after) = (new float[6], new float[6]);
        network.Predict(inputs, before);

        network.Buffers[NormLayouts.Mean].CopyFrom([.. Enumerable.Repeat(1f, 40)]);
        network.Predict(inputs, after);

        Assert.NotEqual(before, after);
    }

    [Fact]
    public void Step_allocates_nothing()
    {
        var network = new NormNetwork(40);
        var (inputs, targets) = NormNetwork.Batch(40, 6);
        var optimizer = new AdamW(1e-3) { ClipNorm = 1 };
        for (int i = 0; i < 3; i++)
        {
            network.Step(inputs, targets, optimizer);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        network.Step(inputs, targets, optimizer);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
