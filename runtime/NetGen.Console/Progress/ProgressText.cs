using System.Globalization;

namespace NetGen;

/// <summary>The words of <see cref="ConsoleProgress"/>.</summary>
internal static class ProgressText
{
    private const int BarWidth = 24;
    private const int ShortBarWidth = 10;

    /// <summary>
    /// The line of a finished epoch: "epoch  3/10  loss 0.1234  validation loss 0.1021  accuracy 97.31 %  152k samples/s  1.2 s  *". What was measured stays
    /// however narrow the terminal is.
    /// </summary>
    public static string Finished(FitProgress progress, EpochResult epoch, FinishedFacts facts, int width)
    {
        List<ProgressPart> parts =
        [
            Epoch(epoch.Epoch, progress.Epochs) with { Rank = 0 },
            new(0, $"loss {NumberText.Value(epoch.Loss)}"),
            .. Metrics(epoch, facts.Metrics, _ => 0),
        ];
        if (facts.ShowsRate)
        {
            parts.Add(new(1, $"learning rate {NumberText.Rate(epoch.LearningRate)}", $"lr {NumberText.Rate(epoch.LearningRate)}"));
        }

        parts.Add(Speed(progress.SamplesPerSecond, rank: 3));
        parts.Add(new(2, NumberText.Duration(epoch.Elapsed)));
        if (facts.IsBest)
        {
            parts.Add(new(0, "*"));
        }

        return ProgressLine.Fit(parts, width);
    }

    /// <summary>The line of a running epoch, with what the last finished one came to.</summary>
    public static string Live(FitProgress progress, EpochResult? last, IReadOnlyList<string> metrics, int width, bool unicode)
    {
        var part = progress.Batches > 0 ? Math.Clamp((double)progress.Batch / progress.Batches, 0, 1) : 0;
        return ProgressLine.Fit(
            [
                Epoch(progress.Epoch, progress.Epochs) with { Rank = 1 },
                new(100, Bar(part, BarWidth, unicode), Bar(part, ShortBarWidth, unicode), ""),
                new(4, string.Create(CultureInfo.InvariantCulture, $"{progress.Batch}/{progress.Batches}")),
                new(2, $"loss {NumberText.Value(progress.Loss)}"),
                .. last is null ? [] : Metrics(last, metrics, index => Math.Min(5 + index, 98)),
                Speed(progress.SamplesPerSecond, rank: 99),
                new(3, $"{NumberText.Duration(progress.Remaining)} left"),
            ],
            width);
    }

    private static ProgressPart Epoch(int epoch, int epochs)
    {
        var planned = epochs.ToString(CultureInfo.InvariantCulture);
        var number = $"{epoch.ToString(CultureInfo.InvariantCulture).PadLeft(planned.Length)}/{planned}";
        return new(0, $"epoch {number}", number);
    }

    private static IEnumerable<ProgressPart> Metrics(EpochResult epoch, IReadOnlyList<string> names, Func<int, int> rank)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (MetricText.Of(epoch, names[index]) is { } value)
            {
                var text = MetricText.Value(names[index], value);
                yield return new(rank(index), $"{MetricText.Label(names[index])} {text}", $"{MetricText.ShortLabel(names[index])} {text}");
            }
        }
    }

    private static string Bar(double part, int width, bool unicode)
    {
        var done = (int)(part * width);
        return new string(unicode ? '━' : '#', done) + new string(unicode ? '╌' : '-', width - done);
    }

    private static ProgressPart Speed(double samplesPerSecond, int rank)
    {
        var number = samplesPerSecond switch
        {
            >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{samplesPerSecond / 1e6:0.00}M"),
            >= 1e4 => string.Create(CultureInfo.InvariantCulture, $"{samplesPerSecond / 1e3:0}k"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{samplesPerSecond:0}"),
        };
        return new(rank, $"{number} samples/s", $"{number}/s");
    }
}

/// <summary>What the line of a finished epoch shows beside the loss, the speed and the time.</summary>
/// <param name="Metrics">The names of the metrics.</param>
/// <param name="ShowsRate">Whether the learning rate, because it changes over the epochs.</param>
/// <param name="IsBest">Whether a star, because no epoch before was better.</param>
internal sealed record FinishedFacts(IReadOnlyList<string> Metrics, bool ShowsRate, bool IsBest);
