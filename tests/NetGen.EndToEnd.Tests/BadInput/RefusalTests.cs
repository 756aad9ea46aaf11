using NetGen.EndToEnd.Tests.Training;

namespace NetGen.EndToEnd.Tests.BadInput;

/// <summary>
/// Wrong arguments get an exception that says what is wrong, and change nothing: a network that was given all of them trains on
/// exactly like its twin, which was not. That covers weights, the optimizer's state and the dropout counter.
/// </summary>
public sealed class RefusalTests
{
    private const int Batch = 4;

    private readonly SmallNet _net = new(1);
    private readonly SmallNet _twin = new(1);
    private readonly Adam _optimizer = new(0.01);
    private readonly Adam _twinOptimizer = new(0.01);
    private readonly float[] _inputs = Samples.Singles(Batch * 7, 1);
    private readonly int[] _labels = Samples.Labels(Batch, 3, 2);
    private readonly float[] _gradients = new float[17 * 7 + 17 + 3 * 17 + 3];

    [Theory]
    [InlineData(-1, "label 2 is -1")]
    [InlineData(3, "between 0 and 2")]
    [InlineData(int.MinValue, "label 2")]
    public void Label_out_of_range(int label, string reason)
    {
        _labels[2] = label;
        AssertRefused(reason, _inputs, _labels, []);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Input_that_is_not_finite(float value)
    {
        _inputs[(2 * 7) + 3] = value;
        AssertRefused("value 3 of sample 2", _inputs, _labels, []);
        AssertUnchanged<ArgumentException>("value 3 of sample 2", () => _net.Predict(_inputs));
        AssertUnchanged<ArgumentException>("value 3 of sample 2", () => _net.Predict(_inputs, new float[Batch * 3]));
        AssertUnchanged<ArgumentException>("value 3 of sample 2", () => _net.Backward(_inputs, new float[Batch * 3], _gradients));
    }

    [Fact]
    public void Inputs_that_are_no_whole_number_of_samples() => AssertRefused("7 values per sample, but 27", _inputs.AsSpan(1), _labels, []);

    [Fact]
    public void Labels_of_another_number_of_samples() => AssertRefused("must be 4 values, but 3 were given", _inputs, _labels.AsSpan(1), []);

    [Fact]
    public void Empty_batch()
    {
        AssertRefused("empty batch", [], [], []);
        Assert.Empty(_net.Predict([]));
    }

    [Fact]
    public void Sample_weights_of_another_number_of_samples() => AssertRefused("must be 4 values, but 3 were given", _inputs, _labels, [1, 1, 1]);

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(-0.5f)]
    public void Sample_weight_that_is_negative_or_not_finite(float weight) =>
        AssertRefused("finite and not negative", _inputs, _labels, [1, weight, 1, 1]);

    [Fact]
    public void Sample_weights_that_are_all_zero() => AssertRefused("add up to zero", _inputs, _labels, [0, 0, 0, 0]);

    [Fact]
    public void Optimizer_that_is_missing() =>
        AssertUnchanged<ArgumentNullException>("optimizer", () => _net.Step(_inputs, _labels, null!));

    [Fact]
    public void Optimizer_of_another_network()
    {
        var (other, optimizer) = (new SmallNet(5), new Adam(0.02));
        other.Step(_inputs, _labels, optimizer);

        AssertUnchanged<InvalidOperationException>("belongs to SmallNet", () => _net.Step(_inputs, _labels, optimizer));

        Assert.Equal(1, optimizer.Steps);
    }

    [Fact]
    public void Buffers_of_a_wrong_length_stay_as_they_are()
    {
        var (gradients, outputs, inputGradients) = (Filled(_gradients.Length - 1), Filled((Batch * 3) + 1), Filled(5));

        AssertUnchanged<ArgumentException>("must be 190 values, but 189 were given", () => _net.Gradient(_inputs, _labels, gradients));
        AssertUnchanged<ArgumentException>("must be 12 values, but 13 were given", () => _net.Predict(_inputs, outputs));
        AssertUnchanged<ArgumentException>("must be 28 values, but 5 were given", () => _net.Gradient(_inputs, _labels, _gradients, inputGradients));
        AssertUnchanged<ArgumentException>("must be 12 values, but 11 were given", () => _net.Backward(_inputs, new float[11], _gradients));

        Assert.All([.. gradients, .. outputs, .. inputGradients], value => Assert.Equal(7f, value));
    }

    [Fact]
    public void Output_gradient_that_is_not_finite()
    {
        var outputGradients = new float[Batch * 3];
        outputGradients[4] = float.NaN;

        AssertUnchanged<ArgumentException>("value 1 of sample 1", () => _net.Backward(_inputs, outputGradients, _gradients));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Target_that_is_not_finite(float value)
    {
        var net = new RowsNet(1);
        var (before, after, optimizer) = (new float[net.Parameters.Length], new float[net.Parameters.Length], new Sgd(0.1));
        net.Parameters.CopyTo(before);

        var refusal = Assert.Throws<ArgumentException>(() => net.Step(Samples.Singles(2 * 15, 1), [0, 0, 0, 0, value, 0], optimizer));

        net.Parameters.CopyTo(after);
        Assert.Contains("value 1 of sample 1", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, after);
        Assert.Equal(0, optimizer.Steps);
    }

    [Fact]
    public void Target_outside_the_range_of_the_loss()
    {
        var (net, optimizer) = (new WideDoubleNet(1), new Sgd(0.1));
        var (inputs, targets, gradients) = (Samples.Doubles(2 * 131, 1), new double[] { 0, 1, 0.5, 0, 7, 0 }, new double[net.Parameters.Length]);

        Assert.All<Action>(
            [() => net.Loss(inputs, targets), () => net.Gradient(inputs, targets, gradients), () => net.Step(inputs, targets, optimizer)],
            call => Assert.Contains("value 1 of sample 1 is 7", Assert.Throws<ArgumentException>(call).Message, StringComparison.Ordinal));
        Assert.Equal(0, optimizer.Steps);
    }

    private static float[] Filled(int length)
    {
        var values = new float[length];
        Array.Fill(values, 7);
        return values;
    }

    /// <summary>Loss, Gradient and Step, with and without weights where that makes a difference.</summary>
    private void AssertRefused(string reason, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights)
    {
        var (given, targets, shares) = (inputs.ToArray(), labels.ToArray(), weights.ToArray());
        var gradients = Filled(_gradients.Length);
        if (shares.Length == 0)
        {
            AssertUnchanged<ArgumentException>(reason, () => _net.Loss(given, targets));
            AssertUnchanged<ArgumentException>(reason, () => _net.Gradient(given, targets, gradients));
            AssertUnchanged<ArgumentException>(reason, () => _net.Step(given, targets, _optimizer));
        }
        else
        {
            AssertUnchanged<ArgumentException>(reason, () => _net.Loss(given, targets, shares));
            AssertUnchanged<ArgumentException>(reason, () => _net.Gradient(given, targets, shares, gradients, []));
            AssertUnchanged<ArgumentException>(reason, () => _net.Step(given, targets, shares, _optimizer));
        }

        Assert.All(gradients, value => Assert.Equal(7f, value));
    }

    private void AssertUnchanged<TException>(string reason, Action call)
        where TException : Exception
    {
        TrainBoth();
        var steps = _optimizer.Steps;

        Assert.Contains(reason, Assert.ThrowsAny<TException>(call).Message, StringComparison.Ordinal);

        Assert.Equal(steps, _optimizer.Steps);
        TrainBoth();
        var (weights, expected) = (new float[_gradients.Length], new float[_gradients.Length]);
        _net.Parameters.CopyTo(weights);
        _twin.Parameters.CopyTo(expected);
        Assert.Equal(expected, weights);
    }

    private void TrainBoth()
    {
        var (inputs, labels) = (Samples.Singles(Batch * 7, 8), Samples.Labels(Batch, 3, 9));
        Assert.Equal(_twin.Step(inputs, labels, _twinOptimizer), _net.Step(inputs, labels, _optimizer));
    }
}
