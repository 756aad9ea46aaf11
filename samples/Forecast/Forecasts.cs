using NetGen;

namespace Forecast;

/// <summary>Trains the network, and forecasts the test part with it and without.</summary>
internal static class Forecasts
{
    private const double PartToLearnFrom = 0.9;

    /// <summary>What nothing has to be learned for.</summary>
    public static IEnumerable<ForecastErrors> Naive(SeriesData data)
    {
        yield return ForecastErrors.Of("last value", data, i => SeriesBaselines.LastValue(Past(i), ForecastNet.Horizon));
        yield return ForecastErrors.Of("same day last week", data, i => SeriesBaselines.SeasonalNaive(Past(i), ForecastErrors.Season, ForecastNet.Horizon));
        yield return ForecastErrors.Of("mean of four weeks", data, i => FourWeeks(Past(i)));

        float[] Past(int sample) => [.. data.Series.Values.Skip(data.TrainingDays + sample - ForecastNet.Past).Take(ForecastNet.Past)];
    }

    /// <summary>Trains a network.</summary>
    public static FitResult Train(ForecastNet net, SeriesData data, Options options, IProgress<FitProgress>? progress, CancellationToken cancellation)
    {
        var (train, _, _, _) = data.Series.Windows(ForecastNet.Past, ForecastNet.Horizon, data.TrainingDays);

        // What is validated lies behind what is learned from, as in the test.
        var (learn, held) = train.SplitInOrder(PartToLearnFrom);
        return net.Fit(learn, new FitOptions
        {
            Epochs = options.Epochs,
            BatchSize = options.BatchSize,
            // Gradients through many steps can grow without bound (Pascanu et al. 2013): a limit keeps one of them from undoing what was learned.
            Optimizer = new Adam(options.LearningRate) { ClipNorm = 1 },
            Schedule = Schedule.Cosine(),
            Validation = held,
            Seed = options.Seed,
            Progress = progress,
        }, cancellation);
    }

    /// <summary>Measures a network.</summary>
    public static ForecastErrors Learned(ForecastNet net, SeriesData data)
    {
        var (_, test, mean, deviation) = data.Series.Windows(ForecastNet.Past, ForecastNet.Horizon, data.TrainingDays);
        return ForecastErrors.Of("LSTM", data, i => Array.ConvertAll(net.Predict(test.Input(i)), value => (float)((value * deviation) + mean)));
    }

    // For each day of the week the mean of its last four.
    private static float[] FourWeeks(float[] past) =>
        [.. Enumerable.Range(0, ForecastNet.Horizon).Select(day => Enumerable.Range(1, 4).Average(week => past[past.Length - (ForecastErrors.Season * week) + day]))];
}
