using NetGen.Fitting.Tests.Explaining;

namespace NetGen.Fitting.Tests.Several;

/// <summary>What the training loop calls is what the members with a span per input do.</summary>
public sealed class RowTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(600)]
    public void Step_on_rows_is_that_on_the_parts(int batch)
    {
        var (rows, net, other) = (new Rows(batch, 1), new PairNet(3), new PairNet(3));
        ITrainable<float, float> trainable = other;
        var (adam, otherAdam) = (new Adam(0.01), new Adam(0.01));
        var weights = Values.Of(batch, 5).Select(MathF.Abs).ToArray();

        Assert.Equal(net.Step(rows.Images, rows.Sounds, rows.Ages, rows.Moods, adam), trainable.Step(rows.Inputs, rows.Targets, otherAdam));
        Assert.Equal(net.Step(rows.Images, rows.Sounds, rows.Ages, rows.Moods, weights, adam), trainable.Step(rows.Inputs, rows.Targets, weights, otherAdam));

        Assert.Equal(net.Parameters.ToArray(), other.Parameters.ToArray());
        Assert.Equal(net.Loss(rows.Images, rows.Sounds, rows.Ages, rows.Moods), trainable.Loss(rows.Inputs, rows.Targets));
        Assert.Equal(net.Loss(rows.Images, rows.Sounds, rows.Ages, rows.Moods, weights), trainable.Loss(rows.Inputs, rows.Targets, weights));
    }

    [Fact]
    public void Gradient_of_rows_is_that_of_the_parts()
    {
        var (rows, net) = (new Rows(9, 1), new PairNet(3));
        ITrainable<float, float> trainable = net;
        var (expected, found) = (new float[net.Parameters.Length], new float[net.Parameters.Length]);

        Assert.Equal(net.Gradient(rows.Images, rows.Sounds, rows.Ages, rows.Moods, expected), trainable.Gradient(rows.Inputs, rows.Targets, found));

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Prediction_of_rows_has_all_outputs_of_a_sample_together()
    {
        var (rows, net) = (new Rows(9, 1), new PairNet(3));
        ITrainable<float, float> trainable = net;
        var outputs = new float[9 * 5];

        trainable.Predict(rows.Inputs, outputs);

        var (age, mood) = net.Predict(rows.Images, rows.Sounds);
        Assert.Equal(Rows.Row(age, 2, mood, 3), outputs);
    }

    [Fact]
    public void Double_precision_takes_rows_of_its_own_precision_and_explains_in_single()
    {
        var (rows, net) = (new Rows(5, 1), new ExactPairNet(3));
        ITrainable<double, double> trainable = net;
        IExplainable explainable = net;
        var (images, sounds) = (Wide(rows.Images), Wide(rows.Sounds));
        var (outputs, explained) = (new float[25], new float[25]);

        trainable.Predict(Wide(rows.Inputs), outputs);
        explainable.Predict(rows.Inputs, explained);

        var (age, mood) = net.Predict(images, sounds);
        Assert.Equal(Rows.Row(age, 2, mood, 3).Select(value => (float)value), outputs);
        Assert.Equal(outputs, explained);
        Assert.Equal((float)net.Loss(images, sounds, Wide(rows.Ages), rows.Moods), trainable.Loss(Wide(rows.Inputs), Wide(rows.Targets)));
    }

    [Theory]
    [InlineData(0.5f)]
    [InlineData(-1f)]
    [InlineData(3f)]
    [InlineData(float.NaN)]
    public void Label_among_values_that_is_none_is_refused_and_changes_nothing(float label)
    {
        var (rows, net) = (new Rows(9, 1), new PairNet(3));
        ITrainable<float, float> trainable = net;
        var targets = rows.Targets;
        targets[(4 * 3) + 2] = label;
        var before = net.Parameters.ToArray();

        var refusal = Assert.Throws<ArgumentException>(() => trainable.Step(rows.Inputs, targets, new Adam()));

        Assert.Contains("Target 2 of sample 4", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("a whole number from 0 to 2", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, net.Parameters.ToArray());
    }

    [Fact]
    public void Wrong_sizes_of_rows_are_refused()
    {
        var (rows, net) = (new Rows(9, 1), new PairNet(3));
        ITrainable<float, float> trainable = net;
        IExplainable explainable = net;

        Assert.Contains("7 values per sample", Assert.Throws<ArgumentException>(() => trainable.Loss(new float[62], rows.Targets)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => trainable.Loss(rows.Inputs, new float[26]));
        Assert.Throws<ArgumentException>(() => trainable.Step(rows.Inputs, rows.Targets, new float[8], new Adam()));
        Assert.Throws<ArgumentException>(() => trainable.Predict(rows.Inputs, new float[44]));
        Assert.Throws<ArgumentException>(() => trainable.Gradient(rows.Inputs, rows.Targets, new float[3]));
        Assert.Throws<ArgumentException>(() => explainable.InputGradient(rows.Inputs, new float[44], new float[63]));
        Assert.Throws<ArgumentException>(() => explainable.InputGradient(rows.Inputs, new float[45], new float[62]));
    }

    [Fact]
    public void Info_lists_inputs_outputs_and_targets()
    {
        Assert.Equal((7, 5, 3), (PairNet.Info.InputSize, PairNet.Info.OutputSize, PairNet.Info.TargetSize));
        Assert.Equal(["image 4", "sound 3"], PairNet.Info.Inputs.Select(input => $"{input.Name} {input.Size}"));
        Assert.Equal(["Age 2", "Mood 3"], PairNet.Info.Outputs.Select(output => $"{output.Name} {output.Size}"));
        Assert.Equal([new TargetInfo("ageTargets", 2, 0, "MeanSquaredError"), new TargetInfo("moodLabels", 1, 3, "SoftmaxCrossEntropy")], PairNet.Info.Targets);
        Assert.Equal([new TargetInfo("labels", 1, 3, "SoftmaxCrossEntropy")], TwoInputNet.Info.Targets);
    }

    [Fact]
    public void Plain_meaning_returns_the_tuple_of_Predict()
    {
        var (rows, net) = (new Rows(3, 1), new PairNet(3));

        var plain = net.PredictUnfused(rows.Images, rows.Sounds);
        var fused = net.Predict(rows.Images, rows.Sounds);

        Assert.True(Values.Error(plain.Age, fused.Age) < 1e-5);
        Assert.True(Values.Error(plain.Mood, fused.Mood) < 1e-5);
    }

    [Fact]
    public void Network_whose_losses_have_no_target_has_no_training_loop() => Assert.False(typeof(TargetlessNet).IsAssignableTo(typeof(ITrainable<float, float>)));

    [Fact]
    public void Positions_can_be_weighted_one_by_one()
    {
        var net = new PositionsNet(1);
        var (left, right, labels) = (Values.Of(18, 1), Values.Of(18, 2), new[] { 0, 1, 2, 3, 0, 1 });
        float[] weights = [1, 0, 2, 0.5f, 0, 3];
        var p = net.Predict(left, right);
        var expected = Enumerable.Range(0, 6).Sum(row => -weights[row] * MathF.Log(p[(row * 4) + labels[row]])) / weights.Sum();

        Assert.Equal(expected, net.Loss(left, right, labels, weights), 1e-5f);
        Assert.Equal(net.Loss(left, right, labels, weights), ((ITrainable<float, int>)net).Loss(Rows.Row(left, 6, right, 6), labels, weights));
        Assert.Contains("6", Assert.Throws<ArgumentException>(() => net.Loss(left, right, labels, new float[5])).Message, StringComparison.Ordinal);
    }

    private static double[] Wide(float[] values) => [.. values.Select(value => (double)value)];
}
