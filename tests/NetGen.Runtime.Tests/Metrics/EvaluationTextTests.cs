namespace NetGen.Runtime.Tests.Metrics;

public sealed class EvaluationTextTests
{
    [Fact]
    public void Classes_are_a_table_of_scores_and_a_matrix() => Assert.Equal(
        """
        loss 1, accuracy 75.00 % (4 samples)
        ROC AUC 0.75, average precision 0.8333, calibration error 0.35

        Class     Precision     Recall         F1    Support
        cat          1.0000     0.5000     0.6667          2
        dog          0.6667     1.0000     0.8000          2
        macro        0.8333     0.7500     0.7333
        micro        0.7500     0.7500     0.7500
        weighted     0.8333     0.7500     0.7333

        Confusion matrix (rows: targets, columns: answers)
             cat  dog
        cat    1    1
        dog    0    2
        """,
        Measured.Classes(2, [0.9f, 0.1f, 0.3f, 0.7f, 0.4f, 0.6f, 0.2f, 0.8f], [0, 0, 1, 1], new() { ClassNames = ["cat", "dog"] }).ToString());

    [Fact]
    public void Regression_is_two_lines() => Assert.Equal(
        "loss 1 (2 samples)\nmean absolute error 0.5, root mean squared error 0.7071, largest error 1, R² 0.5",
        Measured.Regression(1, [1, 4], [1, 3]).ToString());

    [Fact]
    public void Many_classes_have_no_matrix()
    {
        Assert.Contains("Confusion matrix", Text(20), StringComparison.Ordinal);
        Assert.DoesNotContain("Confusion matrix", Text(21), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_very_many_classes_the_worst_are_shown()
    {
        Assert.DoesNotContain("lowest F1", Text(100), StringComparison.Ordinal);
        Assert.Contains("The 20 of lowest F1 among 101:\n", Text(101), StringComparison.Ordinal);
        Assert.Equal(28, Text(101).Split('\n').Length);
    }

    [Fact]
    public void Answers_that_are_NaN_are_told() => Assert.Contains(
        "1 answers are NaN and count as wrong.",
        Measured.Accumulated("BinaryCrossEntropy", 1, [float.NaN, 0.5f], [1f, 0]).ToString(),
        StringComparison.Ordinal);

    private static string Text(int classes)
    {
        var predictions = new float[classes * classes];
        for (int i = 0; i < classes; i++)
        {
            predictions[(i * classes) + (i == 3 ? 4 : i)] = 1;
        }

        return Measured.Classes(classes, predictions, [.. Enumerable.Range(0, classes)]).ToString();
    }
}
