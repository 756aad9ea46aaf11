namespace NetGen.Runtime.Tests.Metrics;

public sealed class ThresholdCurveTests
{
    // From the highest on: yes, yes, no, yes, no, no.
    private static readonly ThresholdCurve Curve = Measured.Binary([0.875f, 0.75f, 0.625f, 0.5f, 0.25f, 0.125f], [1, 1, 0, 1, 0, 0]).Thresholds!;

    [Fact]
    public void First_point_never_says_yes_and_last_always()
    {
        Assert.Equal(7, Curve.Count);
        Assert.Equal(new ThresholdPoint(double.PositiveInfinity, 1, 0, 0, 0, 0), Curve[0]);
        Assert.Equal(0, Curve[0].F1);
        Assert.Equal(new ThresholdPoint(0.125, 0.5, 1, 1, 3, 3), Curve[6]);
        Assert.Equal([double.PositiveInfinity, 0.875, 0.75, 0.625, 0.5, 0.25, 0.125], Curve.Select(point => point.Threshold));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(0.875, 1)]
    [InlineData(0.8, 1)]
    [InlineData(0.5, 4)]
    [InlineData(0, 6)]
    public void Any_threshold_has_the_counts_of_the_scores_not_below(double threshold, int point) =>
        Assert.Equal(Curve[point] with { Threshold = threshold }, Curve.At(threshold));

    [Fact]
    public void Best_F1_weighs_precision_and_recall()
    {
        Assert.Equal(0.5, Curve.BestF1().Threshold);
        Assert.Equal(6.0 / 7, Curve.BestF1().F1, 12);
    }

    [Theory]
    [InlineData(0.25, 0.75)]
    [InlineData(4, 0.5)]
    public void Best_F_beta_leans_to_recall_with_beta(double beta, double threshold) => Assert.Equal(threshold, Curve.BestFBeta(beta).Threshold);

    [Theory]
    [InlineData(0, 0.75)]
    [InlineData(0.6, 0.75)]
    [InlineData(0.7, 0.5)]
    [InlineData(1, 0.5)]
    public void Wanted_recall_is_reached_as_precisely_as_possible(double recall, double threshold) => Assert.Equal(threshold, Curve.ForRecall(recall).Threshold);

    [Theory]
    [InlineData(1, 0.75)]
    [InlineData(0.75, 0.5)]
    [InlineData(0.5, 0.5)]
    public void Wanted_precision_is_kept_with_as_much_recall_as_possible(double precision, double threshold) =>
        Assert.Equal(threshold, Curve.ForPrecision(precision)!.Value.Threshold);

    [Fact]
    public void Precision_that_no_threshold_has_gives_none() =>
        Assert.Null(Measured.Binary([0.75f, 0.5f], [0, 1]).Thresholds!.ForPrecision(0.75));

    [Fact]
    public void Chosen_threshold_gives_its_scores_when_evaluated_with_it()
    {
        var chosen = Curve.BestF1();
        var evaluation = Measured.Binary([0.875f, 0.75f, 0.625f, 0.5f, 0.25f, 0.125f], [1, 1, 0, 1, 0, 0], new() { Threshold = chosen.Threshold });
        Assert.Equal(chosen.Precision, evaluation.Classes![1].Precision);
        Assert.Equal(chosen.Recall, evaluation.Classes[1].Recall);
        Assert.Equal(chosen.F1, evaluation.Classes[1].F1, 12);
    }

    [Fact]
    public void Targets_of_one_kind_have_no_curve() => Assert.Null(Measured.Binary([0.25f, 0.5f], [1, 1]).Thresholds);

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Curve.At(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Curve.BestFBeta(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Curve.ForRecall(1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Curve.ForPrecision(-0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Curve[7]);
    }
}
