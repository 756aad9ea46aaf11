namespace NetGen.Runtime.Tests.Metrics;

public sealed class ScalarsTests
{
    [Fact]
    public void Two_classes_have_the_scores_of_class_one()
    {
        var evaluation = Measured.Binary([0.75f, 0.75f, 0.75f, 0.25f], [1, 1, 0, 0]);
        Assert.Equal(
            ["loss", "accuracy", "precision", "recall", "f1", "f1_macro", "f1_micro", "f1_weighted", "roc_auc", "average_precision", "calibration_error"],
            evaluation.Scalars.Keys);
        Assert.Equal(2.0 / 3, evaluation.Scalars["precision"], 12);
        Assert.Equal(1, evaluation.Scalars["recall"]);
        Assert.Equal(0.8, evaluation.Scalars["f1"], 12);
    }

    [Fact]
    public void Several_classes_have_the_mean_scores()
    {
        var evaluation = Measured.Classes(3, [0.5f, 0.25f, 0.25f, 0.5f, 0.25f, 0.25f], [0, 1]);
        Assert.True(evaluation.TryGet("precision", out double precision));
        Assert.Equal(0.25, precision);
        Assert.False(evaluation.Scalars.ContainsKey("top5_accuracy"));
    }

    [Fact]
    public void Top_five_is_told_of_more_than_five_classes_and_any_on_request()
    {
        var evaluation = Measured.Classes(6, [0.3f, 0.2f, 0.2f, 0.1f, 0.1f, 0.1f, 0.3f, 0.2f, 0.2f, 0.1f, 0.1f, 0.1f], [5, 1]);
        Assert.Equal(0.5, evaluation.Scalars["top5_accuracy"]);
        Assert.True(evaluation.TryGet("top6_accuracy", out double six));
        Assert.Equal(1, six);
        Assert.True(evaluation.TryGet("top1_accuracy", out double one));
        Assert.Equal(0, one);
    }

    [Fact]
    public void Labels_and_regression_have_their_own()
    {
        Assert.Equal(
            ["loss", "precision", "recall", "f1", "f1_macro", "f1_micro", "f1_weighted", "f1_samples", "roc_auc", "average_precision", "subset_accuracy", "hamming_loss", "jaccard"],
            Measured.Labels(2, [0.75f, 0.25f, 0.25f, 0.75f], [1, 0, 0, 1]).Scalars.Keys);
        Assert.Equal(["loss", "mae", "mse", "rmse", "max_error", "r2"], Measured.Regression(1, [1, 2], [1, 2]).Scalars.Keys);
    }

    [Theory]
    [InlineData("r2")]
    [InlineData("Accuracy")]
    [InlineData("top0_accuracy")]
    [InlineData("topx_accuracy")]
    [InlineData("")]
    public void Name_that_is_unknown_or_does_not_apply_is_not_found(string name)
    {
        Assert.False(Measured.Binary([0.75f], [1]).TryGet(name, out double value));
        Assert.Equal(0, value);
    }

    [Fact]
    public void Every_scalar_is_found_by_its_name()
    {
        var evaluation = Measured.Labels(2, [0.75f, 0.25f, 0.25f, 0.75f], [1, 0, 0, 1]);
        Assert.All(evaluation.Scalars, scalar => Assert.True(evaluation.TryGet(scalar.Key, out double value) && value == scalar.Value));
    }
}
