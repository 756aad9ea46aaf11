namespace NetGen;

/// <summary>A number for each day, one after the other.</summary>
/// <param name="Start">The first day.</param>
/// <param name="Values">The numbers.</param>
/// <param name="Holidays">Whether each day is a holiday: known beforehand, unlike the numbers.</param>
public sealed record DailySeries(DateOnly Start, IReadOnlyList<float> Values, IReadOnlyList<bool> Holidays)
{
    /// <summary>How many values a day has as an input of a network.</summary>
    public const int Features = 10;

    /// <summary>How many days there are.</summary>
    public int Count => Values.Count;

    /// <summary>The day with a number.</summary>
    /// <param name="day">From 0; days behind the last exist, too.</param>
    public DateOnly Date(int day) => Start.AddDays(day);

    /// <summary>
    /// Samples to learn forecasts from: <paramref name="past"/> days, each with its number, the day of the week (7 values, one of which is 1), whether it is a holiday and whether the next day is one; and the numbers
    /// of the <paramref name="horizon"/> days that follow. Numbers are brought to mean 0 and deviation 1 by the days before <paramref name="trainingDays"/>.
    /// </summary>
    /// <param name="past">Days of an input, at least 1.</param>
    /// <param name="horizon">Days of a target, at least 1.</param>
    /// <param name="trainingDays">Days of the training part: no training sample has a later one in input or target.</param>
    /// <returns>Samples whose targets lie before that day, samples whose targets lie behind it, and what turns numbers back: <c>value · Deviation + Mean</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1, or a part has no whole sample.</exception>
    public (Dataset<float, float> Train, Dataset<float, float> Test, double Mean, double Deviation) Windows(int past, int horizon, int trainingDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(past, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        if (trainingDays < past + horizon || Count - trainingDays < horizon)
        {
            throw new ArgumentOutOfRangeException(
                nameof(trainingDays), trainingDays, $"Of {Count} days, the training has at least {past + horizon} (past and horizon), and what follows at least {horizon}.");
        }

        double mean = Values.Take(trainingDays).Average();
        double deviation = Math.Max(1e-6, Math.Sqrt(Values.Take(trainingDays).Average(value => (value - mean) * (value - mean))));
        return (Samples(past, trainingDays - horizon), Samples(trainingDays, Count - horizon), mean, deviation);

        Dataset<float, float> Samples(int first, int last)
        {
            var (inputs, targets) = (new List<float>((last - first + 1) * past * Features), new List<float>((last - first + 1) * horizon));
            for (int day = first; day <= last; day++)
            {
                for (int before = day - past; before < day; before++)
                {
                    AddDay(inputs, before, Scaled(before));
                }

                targets.AddRange(Enumerable.Range(day, horizon).Select(Scaled));
            }

            return Dataset.From(inputs.ToArray(), targets.ToArray(), past, Features);
        }

        float Scaled(int day) => (float)((Values[day] - mean) / deviation);
    }

    private void AddDay(List<float> inputs, int day, float value)
    {
        inputs.Add(value);
        for (int weekday = 0; weekday < 7; weekday++)
        {
            inputs.Add((int)Date(day).DayOfWeek == weekday ? 1 : 0);
        }

        inputs.Add(Holidays[day] ? 1 : 0);
        inputs.Add(day + 1 < Count && Holidays[day + 1] ? 1 : 0);
    }
}
