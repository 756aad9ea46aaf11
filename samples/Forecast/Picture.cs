using NetGen;

namespace Forecast;

/// <summary>The last weeks of the test part: what came, and what was forecast, each week from its first day on.</summary>
internal static class Picture
{
    private const int Weeks = 8;

    /// <summary>Draws them.</summary>
    public static Plot Of(ForecastNet net, SeriesData data)
    {
        var (_, test, mean, deviation) = data.Series.Windows(ForecastNet.Past, ForecastNet.Horizon, data.TrainingDays);
        var (days, came, forecast) = (new List<double>(), new List<double>(), new List<double>());
        var first = Math.Max(0, test.Count - 1 - (ForecastNet.Horizon * (Weeks - 1)));
        var answer = new float[ForecastNet.Horizon];
        for (var sample = first; sample < test.Count; sample += ForecastNet.Horizon)
        {
            net.Predict(test.Input(sample), answer);
            for (var day = 0; day < ForecastNet.Horizon; day++)
            {
                days.Add(data.TrainingDays + sample + day);
                came.Add((test.Target(sample)[day] * deviation) + mean);
                forecast.Add((answer[day] * deviation) + mean);
            }
        }

        return new()
        {
            Title = "Forecasts of a week",
            XAxis = new("day") { WholeNumbers = true },
            Series = [new("what came", days, came), new("LSTM", days, forecast) { Dashed = true }],
        };
    }
}
