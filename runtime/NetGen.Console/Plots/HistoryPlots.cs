namespace NetGen;

/// <summary>Plots of what was measured after each epoch.</summary>
internal static class HistoryPlots
{
    // Validation has the second colour wherever it is drawn.
    private const int ValidationColour = 1;

    public static Plot Losses(IReadOnlyList<EpochResult> epochs, EpochResult? best, bool logScale)
    {
        List<PlotSeries> series = [Series("training", epochs, MetricText.Loss, colour: 0)];
        if (epochs.Any(epoch => epoch.ValidationLoss is not null))
        {
            series.Add(Series("validation", epochs, MetricText.ValidationLoss, ValidationColour));
        }

        return new Plot
        {
            Title = "Loss",
            XAxis = Epochs(),
            YAxis = new("") { Scale = logScale ? AxisScale.Logarithmic : AxisScale.Linear },
            Series = series,
            Marks = best is null ? [] : [new($"best: epoch {best.Epoch}", best.Epoch, best.ValidationLoss ?? best.Loss)],
        };
    }

    public static Plot Metric(IReadOnlyList<EpochResult> epochs, EpochResult? best, string name) => new()
    {
        Title = Title(MetricText.Label(name)),
        XAxis = Epochs(),
        Series = [Series(MetricText.Label(name), epochs, name, name.StartsWith(MetricText.ValidationPrefix, StringComparison.Ordinal) ? ValidationColour : 0)],
        Marks = best is not null && MetricText.Of(best, name) is { } value ? [new("", best.Epoch, value)] : [],
    };

    public static Plot LearningRate(IReadOnlyList<EpochResult> epochs) => new()
    {
        Title = "Learning rate",
        XAxis = Epochs(),
        Series = [new("learning rate", Numbers(epochs), [.. epochs.Select(epoch => epoch.LearningRate)]) { Colour = 2 }],
    };

    /// <summary>The names of everything that was measured but the two losses, in the order of names.</summary>
    public static IReadOnlyList<string> FurtherMetrics(IReadOnlyList<EpochResult> epochs) =>
        [.. epochs.SelectMany(Measured).Distinct().Where(name => name is not (MetricText.Loss or MetricText.ValidationLoss)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Measured(EpochResult epoch) =>
        epoch.ValidationAccuracy is null ? epoch.Metrics.Keys : epoch.Metrics.Keys.Append(MetricText.ValidationAccuracy);

    private static PlotAxis Epochs() => new("epoch") { WholeNumbers = true };

    private static PlotSeries Series(string name, IReadOnlyList<EpochResult> epochs, string metric, int colour) =>
        new(name, Numbers(epochs), [.. epochs.Select(epoch => MetricText.Of(epoch, metric) ?? double.NaN)]) { Colour = colour };

    private static double[] Numbers(IReadOnlyList<EpochResult> epochs) => [.. epochs.Select(epoch => (double)epoch.Epoch)];

    private static string Title(string label) => label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label[1..];
}
