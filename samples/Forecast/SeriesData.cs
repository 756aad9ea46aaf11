using System.Globalization;
using NetGen;

namespace Forecast;

/// <summary>A number for each day, divided in time: the last part is for the test, so that nothing that was learned lies behind what is forecast.</summary>
/// <param name="Series">All days.</param>
/// <param name="TrainingDays">The days before the test.</param>
internal sealed record SeriesData(DailySeries Series, int TrainingDays)
{
    private const double PartToTrainWith = 5.0 / 6;

    /// <summary>Reads the file, or makes a series if there is none.</summary>
    /// <param name="file">Lines of date, number and, if there are holidays, 0 or 1; null: a generated series.</param>
    /// <exception cref="InvalidDataException">A line is not what it should be, or there are too few.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static SeriesData Load(string? file) => Of(file is null ? GeneratedSeries.Daily() : Read(file));

    /// <summary>Divides a series.</summary>
    /// <exception cref="InvalidDataException">It is too short.</exception>
    public static SeriesData Of(DailySeries series)
    {
        var training = (int)(series.Count * PartToTrainWith);
        return training >= 4 * (ForecastNet.Past + ForecastNet.Horizon) && series.Count - training >= ForecastNet.Horizon
            ? new(series, training)
            : throw new InvalidDataException($"The series has {series.Count} days; about {5 * (ForecastNet.Past + ForecastNet.Horizon)} are the least that something can be learned from.");
    }

    /// <summary>Says what there is.</summary>
    public void Print(string? file)
    {
        Console.WriteLine(file is null
            ? "Data: the guests of a restaurant that does not exist (--data FILE reads a series instead)"
            : $"Data: {file}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"      {TrainingDays:N0} days from {Series.Date(0):yyyy-MM-dd} to train and validate with, {Series.Count - TrainingDays:N0} from {Series.Date(TrainingDays):yyyy-MM-dd} to test with"));
        Console.WriteLine();
    }

    private static DailySeries Read(string file)
    {
        var (dates, values, holidays) = (new List<DateOnly>(), new List<float>(), new List<bool>());
        var lines = TextCorpus.LoadLines(file);
        for (var i = 0; i < lines.Count; i++)
        {
            string[] fields = lines[i].Split(',');
            if (fields.Length is not (2 or 3)
                || !DateOnly.TryParseExact(fields[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                || !float.TryParse(fields[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !float.IsFinite(value)
                || (fields.Length == 3 && fields[2] is not ("0" or "1")))
            {
                // The first line may say what the columns are.
                if (i == 0)
                {
                    continue;
                }

                throw new InvalidDataException($"'{file}', line {i + 1}: a date such as 2024-05-31, a number and, if there are holidays, 0 or 1 are expected, separated by commas.");
            }

            if (dates.Count > 0 && date != dates[^1].AddDays(1))
            {
                throw new InvalidDataException($"'{file}', line {i + 1}: {date:yyyy-MM-dd} does not follow {dates[^1]:yyyy-MM-dd}; each day has a line.");
            }

            dates.Add(date);
            values.Add(value);
            holidays.Add(fields.Length == 3 && fields[2] == "1");
        }

        return dates.Count > 0 ? new(dates[0], values, holidays) : throw new InvalidDataException($"'{file}' has no day.");
    }
}
