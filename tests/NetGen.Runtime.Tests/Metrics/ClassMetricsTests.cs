namespace NetGen.Runtime.Tests.Metrics;

public sealed class ClassMetricsTests
{
    private static readonly float[] Ties = [0.25f, 0.25f, 0.25f, 0.25f];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 4)]
    public void Equal_probabilities_rank_in_the_order_of_the_classes(int label, int rank)
    {
        var evaluation = Measured.Classes(4, Ties, [label]);
        Assert.Equal(rank == 1 ? 1 : 0, evaluation.Accuracy);
        Assert.Equal(evaluation.Accuracy, evaluation.TopK(1));
        Assert.Equal(1, evaluation.TopK(rank));
        Assert.Equal(0, rank == 1 ? 0 : evaluation.TopK(rank - 1));
        Assert.Equal(1, evaluation.TopK(100));
    }

    [Fact]
    public void Top_of_no_class_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Measured.Classes(4, Ties, [0]).TopK(0));

    [Fact]
    public void Answers_that_are_NaN_are_wrong_and_in_no_cell()
    {
        var evaluation = Measured.Accumulated("SoftmaxCrossEntropy", 2, [0.9f, 0.1f, float.NaN, 0.5f, 0.2f, 0.8f], [0, 1, 1]);
        Assert.Equal(2.0 / 3, evaluation.Accuracy);
        Assert.Equal(2.0 / 3, evaluation.TopK(2));
        Assert.Equal(1, evaluation.InvalidAnswers);
        Assert.Equal(2, evaluation.ConfusionMatrix!.Total);
        Assert.Equal(2, evaluation.Classes![1].Support);
        Assert.Equal(0.5, evaluation.Classes[1].Recall);
        Assert.Null(evaluation.RocAuc);
        Assert.Null(evaluation.AveragePrecision);
        Assert.Null(evaluation.CalibrationError);
        Assert.Null(evaluation.Thresholds);
        Assert.Null(evaluation.Classes[1].RocAuc);
    }

    [Fact]
    public void Probabilities_that_are_NaN_are_wrong_whatever_the_target()
    {
        var evaluation = Measured.Accumulated("BinaryCrossEntropy", 1, [float.NaN, float.NaN, 0.75f], [0f, 1, 1]);
        Assert.Equal(1.0 / 3, evaluation.Accuracy);
        Assert.Equal(2, evaluation.InvalidAnswers);
        Assert.Null(evaluation.RocAuc);
        Assert.Null(evaluation.CalibrationError);
    }

    [Fact]
    public void Labels_per_position_count_one_by_one()
    {
        // Two samples of two positions with three classes each; the last position is wrong.
        var net = new Canned<float, int>("SoftmaxCrossEntropy", 6, 2);
        var data = Dataset.From([0.8f, 0.1f, 0.1f, 0.1f, 0.8f, 0.1f, 0.1f, 0.1f, 0.8f, 0.8f, 0.1f, 0.1f], [0, 1, 2, 1], 6);
        var evaluation = net.Evaluate(data, 1);
        Assert.Equal(0.75, evaluation.Accuracy);
        Assert.Equal(2, evaluation.Count);
        Assert.Equal(4, evaluation.ConfusionMatrix!.Total);
        Assert.Equal(1, evaluation.ConfusionMatrix[1, 0]);
        Assert.Equal([1L, 2, 1], evaluation.Classes!.Select(score => score.Support));
    }

    [Fact]
    public void Double_networks_have_the_metrics_of_float_networks()
    {
        var doubles = new Canned<double, double>("BinaryCrossEntropy", 1, 1).Evaluate(Dataset.From([0.25, 0.75, 0.5, 0.125], [0.0, 1, 0, 1]));
        var floats = Measured.Binary([0.25f, 0.75f, 0.5f, 0.125f], [0, 1, 0, 1]);
        Assert.Equal(floats.Scalars, doubles.Scalars);
        Assert.Equal(0.5, doubles.Accuracy);
    }

    [Fact]
    public void Threshold_moves_the_decision_between_two_softmax_classes()
    {
        float[] predictions = [0.7f, 0.3f, 0.5f, 0.5f, 0.9f, 0.1f];
        Assert.Equal([3L, 0], Answers(0.5));
        Assert.Equal([1L, 2], Answers(0.3f));

        long[] Answers(double threshold)
        {
            var matrix = Measured.Classes(2, predictions, [0, 1, 0], new() { Threshold = threshold }).ConfusionMatrix!;
            return [matrix.ColumnSum(0), matrix.ColumnSum(1)];
        }
    }

    [Fact]
    public void Confidence_is_calibrated_in_as_many_bins_as_asked_for()
    {
        // One bin: |3/4 right − mean confidence 0.8|. Two bins: (0.5, 1] holds all.
        float[] predictions = [0.9f, 0.1f, 0.7f, 0.3f, 0.2f, 0.8f, 0.8f, 0.2f];
        Assert.Equal(0.05, Measured.Classes(2, predictions, [0, 0, 1, 1], new() { CalibrationBins = 1 }).CalibrationError!.Value, 6);
        Assert.Equal(0.05, Measured.Classes(2, predictions, [0, 0, 1, 1], new() { CalibrationBins = 2 }).CalibrationError!.Value, 6);

        // Twenty: 0.9 and 0.7 are right, of the two 0.8 one is.
        Assert.Equal((0.1 + 0.3 + 0.6) / 4, Measured.Classes(2, predictions, [0, 0, 1, 1], new() { CalibrationBins = 20 }).CalibrationError!.Value, 6);
    }

    [Fact]
    public void More_classes_than_a_matrix_holds_still_have_scores()
    {
        const int Classes = 1025;
        var predictions = new float[2 * Classes];
        (predictions[7], predictions[Classes + 1024]) = (1, 1);
        var evaluation = Measured.Classes(Classes, predictions, [7, 1023]);
        Assert.Equal(0.5, evaluation.Accuracy);
        Assert.Null(evaluation.ConfusionMatrix);
        Assert.Equal(1, evaluation.Classes![7].F1);
    }
}
