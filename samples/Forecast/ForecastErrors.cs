using System.Globalization;
using NetGen;

namespace Forecast;

/// <summary>How far forecasts are off, in the unit of the series.</summary>
/// <param name="Name">Whose forecasts.</param>
/// <param name="ByDay">The mean absolute error of the first day ahead, of the second, and so on.</param>
/// <param name="Scale">The error that counts as 1: that of last week's numbers in the training part.</param>
internal sealed record ForecastErrors(string Name, IReadOnlyList<double> ByDay, double Scale)
{
    /// <summary>The days of a week.</summary>
    public const int Season = 7;

    /// <summary>The line above the rows.</summary>
    public static readonly string Header = $"{"",-22}{"MAE",8}{"MASE",8}   MAE of day {string.Concat(Enumerable.Range(1, ForecastNet.Horizon).Select(day => $"{day,-7}"))}".TrimEnd();

    /// <summary>The mean absolute error over all days ahead.</summary>
    public double MeanAbsolute => ByDay.Average();

    /// <summary>
    /// The mean absolute scaled error (Hyndman and Koehler 2006, "Another look at measures of forecast accuracy"): below 1 where a forecast is better than last week's numbers were in the training part.
    /// </summary>
    public double MeanAbsoluteScaled => MeanAbsolute / Scale;

    /// <summary>Measures forecasts for each run of days in the test part.</summary>
    /// <param name="name">Whose forecasts.</param>
    /// <param name="data">The series.</param>
    /// <param name="forecast">The days before the test sample with a number, to forecasts of the days that follow.</param>
    public static ForecastErrors Of(string name, SeriesData data, Func<int, float[]> forecast)
    {
        var (sums, samples) = (new double[ForecastNet.Horizon], data.Series.Count - data.TrainingDays - ForecastNet.Horizon + 1);
        for (var i = 0; i < samples; i++)
        {
            var answer = forecast(i);
            for (var day = 0; day < sums.Length; day++)
            {
                sums[day] += Math.Abs((double)answer[day] - data.Series.Values[data.TrainingDays + i + day]);
            }
        }

        return new(name, [.. sums.Select(sum => sum / samples)], SeasonalError(data));
    }

    /// <summary>The row as a line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name,-22}{MeanAbsolute,8:0.00}{MeanAbsoluteScaled,8:0.000}            {string.Concat(ByDay.Select(error => string.Create(CultureInfo.InvariantCulture, $"{error,-7:0.00}")))}").TrimEnd();

    // Each day of the training part by the same day of the week before.
    private static double SeasonalError(SeriesData data) => Enumerable.Range(Season, data.TrainingDays - Season)
        .Average(day => Math.Abs((double)data.Series.Values[day] - data.Series.Values[day - Season]));
}
