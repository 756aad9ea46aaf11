namespace NetGen.Runtime.Tests.Metrics;

public sealed class LabelsAndRegressionTests
{
    [Fact]
    public void Several_labels_with_soft_targets_have_the_loss_alone()
    {
        var evaluation = Measured.Labels(2, [0.5f, 0.5f, 0.5f, 0.5f], [1, 0, 1, 0.5f], new() { BatchSize = 1 });
        Assert.Equal(["loss"], evaluation.Scalars.Keys);
        Assert.Null(evaluation.Classes);
    }

    [Fact]
    public void Soft_targets_after_hard_ones_take_the_metrics_back()
    {
        var evaluation = Measured.Binary([0.5f, 0.5f, 0.5f], [1, 0, 0.25f], new() { BatchSize = 1 });
        Assert.Equal(["loss"], evaluation.Scalars.Keys);
        Assert.Null(evaluation.Thresholds);
    }

    [Fact]
    public void Labels_that_are_NaN_are_wrong()
    {
        var evaluation = Measured.Accumulated("BinaryCrossEntropy", 2, [float.NaN, 0.1f, 0.9f, 0.1f], [0f, 0, 1, 0]);
        Assert.Equal(0.5, evaluation.SubsetAccuracy);
        Assert.Equal(0.25, evaluation.HammingLoss);
        Assert.Equal(1, evaluation.InvalidAnswers);
        Assert.Null(evaluation.RocAuc);
    }

    [Fact]
    public void Predictions_that_are_NaN_make_the_errors_NaN()
    {
        var evaluation = Measured.Accumulated("MeanSquaredError", 1, [1, float.NaN], [1f, 1]);
        Assert.Equal(double.NaN, evaluation.MeanAbsoluteError);
        Assert.Equal(double.NaN, evaluation.MaxError);
        Assert.Equal(double.NaN, evaluation.R2);
    }

    [Fact]
    public void One_sample_has_no_R2()
    {
        var evaluation = Measured.Regression(2, [1, 2], [1, 3]);
        Assert.Null(evaluation.R2);
        Assert.Equal(0.5, evaluation.MeanAbsoluteError);
    }

    [Fact]
    public void Variance_survives_a_large_mean()
    {
        // Sums of squares would leave nothing of a spread of 1 around 1e9.
        var net = new Canned<double, double>("Huber(Delta = 1)", 1, 1);
        double[] inputs = [1e9, 1e9, 1e9, 1e9];
        var evaluation = net.Evaluate(Dataset.From(inputs, [1e9 - 1, 1e9 + 1, 1e9 - 1, 1e9 + 1]), 3);
        Assert.Equal(1, evaluation.MeanSquaredError);
        Assert.Equal(0, evaluation.R2!.Value, 12);
    }

    [Theory]
    [InlineData("KLDivergence")]
    [InlineData("Hinge")]
    public void Other_losses_have_the_loss_alone(string loss)
    {
        var evaluation = new Canned<float, float>(loss, 1, 1).Evaluate(Dataset.From([1f, 1], [1f, 1]));
        Assert.Equal(["loss"], evaluation.Scalars.Keys);
        Assert.Equal("loss 1 (2 samples)", evaluation.ToString());
    }
}
