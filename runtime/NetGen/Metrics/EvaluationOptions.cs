namespace NetGen;

/// <summary>How <c>Evaluate</c> measures.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Samples per prediction: of influence on speed and memory only; at least 1.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>
    /// From which probability on, 0 to 1, an answer counts as yes: for binary cross-entropy, and for the second of two softmax classes (where 0.5 leaves a tie
    /// to class 0). <see cref="ThresholdCurve"/> helps to choose it: on validation data, not on the test set.
    /// </summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>In how many parts of equal width <see cref="Evaluation.CalibrationError"/> divides the confidences; at least 1.</summary>
    public int CalibrationBins { get; init; } = 15;

    /// <summary>Names of the classes or labels, as many as the network has; null: those of the data set or, without any, their numbers.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>Ends the evaluation between two batches with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>
    /// Whether to measure what needs all scores at once, four bytes each: ROC AUC, average precision and <see cref="Evaluation.Thresholds"/>. Without it memory does
    /// not grow with the set. They are exact up to 50 million scores (samples × outputs); beyond, scores are counted in 65,536 bins of equal width in
    /// ln(p / (1 − p)) between −24 and 24, and those of a bin count as equal (for more than 64 outputs these metrics are null then).
    /// </summary>
    public bool Details { get; init; } = true;

    /// <summary>How many scores are kept before they are binned; tests lower it.</summary>
    internal long ExactScores { get; init; } = 50_000_000;

    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    /// <exception cref="ArgumentException">There are not as many names as classes.</exception>
    internal void Require<TTarget>(NetworkInfo network, string parameter)
        where TTarget : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1, "options.BatchSize");
        ArgumentOutOfRangeException.ThrowIfLessThan(CalibrationBins, 1, "options.CalibrationBins");
        if (!(Threshold >= 0 && Threshold <= 1))
        {
            throw new ArgumentOutOfRangeException(parameter, Threshold, "EvaluationOptions.Threshold is a probability, from 0 to 1.");
        }

        int classes = MetricAccumulator.Classes<TTarget>(network);
        if (ClassNames is not null && ClassNames.Count != classes)
        {
            throw new ArgumentException(
                classes == 0
                    ? $"EvaluationOptions.ClassNames has {ClassNames.Count} names, but {network.Name} ({network.Loss}) does not tell classes."
                    : $"EvaluationOptions.ClassNames has {ClassNames.Count} names; {network.Name} tells {classes} classes or labels.",
                parameter);
        }
    }
}
