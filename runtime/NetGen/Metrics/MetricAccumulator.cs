using System.Globalization;

namespace NetGen;

/// <summary>Which metrics a network has.</summary>
internal static class MetricAccumulator
{
    /// <summary>The metrics of a network, before the first batch; null where only the loss is measured.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">Threshold, names and so on.</param>
    /// <param name="names">Names of classes by the data set, where they are known.</param>
    public static MetricAccumulator<TTarget>? For<TTarget>(NetworkInfo network, EvaluationOptions options, IReadOnlyList<string>? names)
        where TTarget : unmanaged
    {
        if (network.HasSeveralAnswers)
        {
            return null;
        }

        int classes = Classes<TTarget>(network);
        string[] classNames = [.. Enumerable.Range(0, classes).Select(number => Name(options.ClassNames ?? names, number))];
        if (typeof(TTarget) == typeof(int))
        {
            return (MetricAccumulator<TTarget>)(object)new LabelMetrics(classNames, network.IgnoredLabel, options);
        }

        if (network.HasLoss("BinaryCrossEntropy"))
        {
            return network.OutputSize == 1 ? new BinaryMetrics<TTarget>(classNames, options) : new MultiLabelMetrics<TTarget>(classNames, options);
        }

        bool regression = network.HasLoss("MeanSquaredError") || network.HasLoss("MeanAbsoluteError") || network.HasLoss("Huber");
        return regression ? new RegressionMetrics<TTarget>(network.OutputSize) : null;
    }

    /// <summary>How many classes or labels a network tells; 0 where it does not.</summary>
    public static int Classes<TTarget>(NetworkInfo network)
        where TTarget : unmanaged =>
        network.HasSeveralAnswers ? 0
        : typeof(TTarget) == typeof(int) ? network.OutputSize / network.TargetSize
        : network.HasLoss("BinaryCrossEntropy") ? Math.Max(2, network.OutputSize)
        : 0;

    private static string Name(IReadOnlyList<string>? names, int number) =>
        number < names?.Count ? names[number] : number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Gathers metrics batch by batch, in one pass and without a look at what is to come.</summary>
internal abstract class MetricAccumulator<TTarget>
    where TTarget : unmanaged
{
    /// <summary>Takes a batch.</summary>
    /// <param name="outputs">What <c>Predict</c> returned, sample after sample.</param>
    /// <param name="targets">The targets of the same samples.</param>
    public abstract void Add(ReadOnlySpan<float> outputs, ReadOnlySpan<TTarget> targets);

    /// <summary>The evaluation with the metrics of all batches taken so far.</summary>
    /// <param name="bare">Loss and number of samples.</param>
    public abstract Evaluation Complete(Evaluation bare);
}
