namespace NetGen.Runtime.Tests.Metrics;

public sealed class EvaluationOptionsTests
{
    private static readonly float[] Predictions = [.. Enumerable.Range(0, 4000).Select(i => (float)(0.5 + (0.5 * Math.Sin(i))))];
    private static readonly float[] Targets = [.. Enumerable.Range(0, 4000).Select(i => Math.Sin(i + 0.7) > 0 ? 1f : 0)];

    [Fact]
    public void More_scores_than_there_is_room_for_are_binned()
    {
        var exact = Measured.Binary(Predictions, Targets);
        var binned = Measured.Binary(Predictions, Targets, new() { ExactScores = 1000 });
        Assert.InRange(binned.RocAuc!.Value - exact.RocAuc!.Value, -2e-4, 2e-4);
        Assert.InRange(binned.AveragePrecision!.Value - exact.AveragePrecision!.Value, -2e-4, 2e-4);
        Assert.True(binned.Thresholds!.Count < exact.Thresholds!.Count);
        Assert.Equal(exact.Accuracy, binned.Accuracy);
    }

    [Fact]
    public void Binned_points_count_exactly_what_is_not_below_their_threshold()
    {
        var exact = Measured.Binary(Predictions, Targets).Thresholds!;
        var binned = Measured.Binary(Predictions, Targets, new() { ExactScores = 0 }).Thresholds!;
        Assert.All(binned, point => Assert.Equal(exact.At(point.Threshold), point));
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Binned_scores_of_too_many_outputs_are_not_kept(int labels, bool areKept)
    {
        float[] predictions = [.. Enumerable.Range(0, 2 * labels).Select(i => i < labels ? 0.25f : 0.75f)];
        float[] targets = [.. Enumerable.Range(0, 2 * labels).Select(i => i < labels ? 0f : 1)];
        Assert.Equal(1, Measured.Labels(labels, predictions, targets).RocAuc);
        Assert.Equal(areKept ? 1 : null, Measured.Labels(labels, predictions, targets, new() { ExactScores = labels }).RocAuc);
    }

    [Fact]
    public void Without_details_there_is_all_that_needs_no_scores()
    {
        var evaluation = Measured.Binary(Predictions, Targets, new() { Details = false });
        Assert.Null(evaluation.RocAuc);
        Assert.Null(evaluation.AveragePrecision);
        Assert.Null(evaluation.Thresholds);
        Assert.NotNull(evaluation.Accuracy);
        Assert.NotNull(evaluation.CalibrationError);
        Assert.NotNull(evaluation.ConfusionMatrix);
    }

    [Fact]
    public void Names_come_from_the_options_then_from_the_set_then_from_the_numbers()
    {
        var net = new Canned<float, int>("SoftmaxCrossEntropy", 3, 1);
        var data = Dataset.From([0.5f, 0.25f, 0.25f], [0], 3);
        Assert.Equal(["0", "1", "2"], Names(net.Evaluate(data)));
        Assert.Equal(["cat", "dog", "2"], Names(net.Evaluate(data.WithClassNames("cat", "dog"))));
        Assert.Equal(["a", "b", "c"], Names(net.Evaluate(data.WithClassNames("cat", "dog"), new EvaluationOptions { ClassNames = ["a", "b", "c"] })));
        Assert.Equal(["stays", "leaves"], Names(Measured.Binary([0.5f], [1], new() { ClassNames = ["stays", "leaves"] })));

        static IEnumerable<string> Names(Evaluation evaluation) => evaluation.Classes!.Select(score => score.Name);
    }

    [Fact]
    public void Values_out_of_range_are_refused()
    {
        Refused<ArgumentOutOfRangeException>(new() { BatchSize = 0 }, "BatchSize");
        Refused<ArgumentOutOfRangeException>(new() { CalibrationBins = 0 }, "CalibrationBins");
        Refused<ArgumentOutOfRangeException>(new() { Threshold = 1.5 }, "from 0 to 1");
        Refused<ArgumentOutOfRangeException>(new() { Threshold = double.NaN }, "from 0 to 1");
        Refused<ArgumentException>(new() { ClassNames = ["a"] }, "has 1 names; Canned tells 2 classes");

        static void Refused<TException>(EvaluationOptions options, string message)
            where TException : Exception =>
            Assert.Contains(message, Assert.Throws<TException>(() => Measured.Binary([0.5f], [1], options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_for_a_regression_are_refused() => Assert.Contains(
        "does not tell classes",
        Assert.Throws<ArgumentException>(() => Measured.Regression(1, [1], [1], new() { ClassNames = ["a"] })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Cancelled_token_ends_the_evaluation() =>
        Assert.Throws<OperationCanceledException>(() => Measured.Binary([0.5f], [1], new() { CancellationToken = new(canceled: true) }));
}
