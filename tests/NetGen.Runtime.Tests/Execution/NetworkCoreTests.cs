using NetGen.Runtime;

namespace NetGen.Tests.Execution;

public sealed class NetworkCoreTests
{
    [Fact]
    public void Step_that_failed_does_not_leave_its_optimizer_to_the_next_gradient()
    {
        var core = new FakeCore("MeanSquaredError");
        var gradients = new float[core.Storage.Parameters.Length];
        core.Fails = true;
        Assert.Throws<InsufficientMemoryException>(() => core.Step<float>([1], [1], [], new Sgd(0.1)));
        core.Fails = false;
        core.Gradient<float>([1], [1], [], gradients, []);
        Assert.False(core.Updated);
        core.Step<float>([1], [1], [], new Sgd(0.1));
        Assert.True(core.Updated);
    }

    [Fact]
    public void Failure_on_several_threads_leaves_the_network_usable()
    {
        var core = new FakeCore("MeanSquaredError", flops: 10_000_000);
        float[] inputs = [.. Enumerable.Repeat(2f, 64)];
        core.Fails = true;
        Assert.Throws<InsufficientMemoryException>(() => core.Step<float>(inputs, inputs, [], new Sgd(0.1)));
        core.Fails = false;
        Assert.Equal(2, core.Loss<float>(inputs, inputs, []));
    }

    [Fact]
    public void Any_number_of_threads_is_as_good_as_those_that_find_work()
    {
        int before = WorkerPool.MaxThreads;
        try
        {
            WorkerPool.MaxThreads = int.MaxValue;
            Assert.Equal(1024, WorkerPool.MaxThreads);
            Assert.Equal(2, new FakeCore("MeanSquaredError", flops: 10_000_000).Step<float>([2, 2, 2], [1, 1, 1], [], new Sgd(0.1)));
        }
        finally
        {
            WorkerPool.MaxThreads = before;
        }
    }

    [Fact]
    public void Labels_without_weight_give_a_step_without_loss()
    {
        var core = new FakeCore("SoftmaxCrossEntropy", classes: 2, width: 2, labelWeights: [0, 1]);
        Assert.Equal(0, core.Step<int>([5, 7], [0, 0], [], new Sgd(0.1)));
        Assert.Equal(7, core.Step<int>([5, 7], [0, 1], [], new Sgd(0.1)));
    }

    [Fact]
    public void Labelled_positions_are_weighted_by_sample_or_one_by_one()
    {
        var core = new FakeCore("SoftmaxCrossEntropy", classes: 2, rows: 2, width: 2);
        Assert.Equal(5.625f, core.Loss<int>([1, 2, 6, 8], [0, 0, 1, 1], [1, 3]));
        Assert.Equal(5, core.Loss<int>([1, 2, 6, 8], [0, 0, 1, 1], [1, 0, 1, 1]));
        Assert.Contains(
            "must be 2 values or, one per labelled position, 4, but 3 were given",
            Assert.Throws<ArgumentException>(() => core.Loss<int>([1, 2, 6, 8], [0, 0, 1, 1], [1, 1, 1])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BinaryCrossEntropy", 7f, "targets from 0 to 1")]
    [InlineData("BinaryCrossEntropy(PositiveWeights = [2])", -0.5f, "targets from 0 to 1")]
    [InlineData("KLDivergence", -0.25f, "probabilities from 0 to 1")]
    [InlineData("Hinge", 0f, "targets -1 and 1")]
    [InlineData("Hinge", 2f, "targets -1 and 1")]
    public void Target_outside_the_range_of_the_loss_is_refused(string loss, float target, string range)
    {
        var core = new FakeCore(loss);
        var gradients = new float[core.Storage.Parameters.Length];
        foreach (int at in new[] { 0, 4, 38 })
        {
            float[] inputs = new float[39], targets = [.. Enumerable.Repeat(1f, 39)];
            core.Step<float>(inputs, targets, [], new Sgd(0));
            targets[at] = target;
            Action[] calls =
            [
                () => core.Loss<float>(inputs, targets, []), () => core.Step<float>(inputs, targets, [], new Sgd(0)),
                () => core.Gradient<float>(inputs, targets, [], gradients, []),
            ];
            Assert.All(calls, call => Assert.Contains(
                FormattableString.Invariant($"{loss} of FakeNet takes {range}, but value 0 of sample {at} is {target}"),
                Assert.Throws<ArgumentException>(call).Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Target_of_a_regression_may_be_anything() => new FakeCore("MeanSquaredError").Step<float>([1], [-1e9f], [], new Sgd(0));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Loss_of_a_large_batch_is_computed_in_blocks(int rows)
    {
        var core = new FakeCore("SoftmaxCrossEntropy", classes: 2, rows: rows, width: 2, labelWeights: [1, 3]);
        const int Samples = 1300;
        float[] inputs = [.. Enumerable.Range(0, Samples * rows).Select(row => row % 37f)];
        int[] labels = [.. Enumerable.Range(0, Samples * rows).Select(row => row / 5 % 2)];
        float[] weights = [.. Enumerable.Range(0, Samples).Select(sample => 1f + (sample % 3))];
        double sum = 0, total = 0;
        for (int row = 0; row < inputs.Length; row++)
        {
            double weight = weights[row / rows] * (labels[row] == 0 ? 1 : 3);
            (sum, total) = (sum + (weight * inputs[row]), total + weight);
        }

        Assert.Equal(sum / total, core.Loss<int>(inputs, labels, weights), 4);
        Assert.Equal([512, 512, 276], core.Blocks);
    }

    [Fact]
    public void Loss_of_a_small_batch_after_a_large_one_has_its_own_shares()
    {
        var core = new FakeCore("MeanSquaredError");
        float[] ones = [.. Enumerable.Repeat(1f, 1300)];
        Assert.Equal(1, core.Loss<float>(ones, ones, []), 5);
        Assert.Equal(4, core.Loss<float>([3, 5], [0, 0], []));
        Assert.Equal(1, core.Loss<float>(ones, ones, []), 5);
    }

    [Fact]
    public void Network_without_buffers_says_so()
    {
        var buffers = new FakeCore("MeanSquaredError").Buffers;
        Assert.Empty(buffers);
        Assert.Contains(
            "FakeNet has no buffer 'norm.running_mean'", Assert.Throws<KeyNotFoundException>(() => buffers["norm.running_mean"]).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffers[0]);
    }
}
