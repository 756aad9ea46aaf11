namespace NetGen;

public sealed partial record Plot
{
    /// <summary>The ROC curve of two classes, beside that of chance: <c>Plot.Roc(evaluation.Thresholds!).Save("roc.svg")</c>.</summary>
    /// <param name="curve">What each threshold would do.</param>
    /// <returns>The plot.</returns>
    public static Plot Roc(ThresholdCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return new Plot
        {
            Title = "ROC curve",
            XAxis = new("false-positive rate") { Minimum = 0, Maximum = 1 },
            YAxis = new("recall") { Minimum = 0, Maximum = 1 },
            Series =
            [
                new("chance", [0, 1], [0, 1]) { Dashed = true },
                new("network", [.. curve.Select(point => point.FalsePositiveRate)], [.. curve.Select(point => point.Recall)]) { Colour = 0 },
            ],
        };
    }

    /// <summary>The precision-recall curve of two classes.</summary>
    /// <param name="curve">What each threshold would do.</param>
    /// <returns>The plot.</returns>
    public static Plot PrecisionRecall(ThresholdCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return new Plot
        {
            Title = "Precision and recall",
            XAxis = new("recall") { Minimum = 0, Maximum = 1 },
            YAxis = new("precision") { Minimum = 0, Maximum = 1 },
            Series = [new("network", [.. curve.Select(point => point.Recall)], [.. curve.Select(point => point.Precision)])],
        };
    }
}
