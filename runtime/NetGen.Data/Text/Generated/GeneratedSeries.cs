using NetGen.Digits;

namespace NetGen;

/// <summary>
/// Numbers that nobody counted, such as the guests of a restaurant on each day: a trend, the seasons of week and year, holidays, and noise that lasts some days. The same on every machine for a seed.
/// </summary>
public static class GeneratedSeries
{
    // How much of the mean comes on each day of the week, from Sunday on.
    private static readonly double[] Week = [1.25, 0.70, 0.75, 0.85, 0.95, 1.20, 1.40];

    /// <summary>Makes a series.</summary>
    /// <param name="days">How many days, 1 to 100,000.</param>
    /// <param name="seed">Other seeds give other noise and other movable holidays.</param>
    /// <returns>Numbers of about 100 to 300, from 1 January 2015 on.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many days.</exception>
    public static DailySeries Daily(int days = 2190, ulong seed = 1)
    {
        if (days is < 1 or > 100_000)
        {
            throw new ArgumentOutOfRangeException(nameof(days), days, "A generated series has 1 to 100,000 days.");
        }

        var start = new DateOnly(2015, 1, 1);
        var (values, holidays) = (new float[days], new bool[days]);
        double lasting = 0;
        for (int day = 0; day < days; day++)
        {
            var date = start.AddDays(day);
            var random = new CounterRandom(seed, (ulong)day);
            holidays[day] = IsHoliday(date, seed);
            lasting = (0.6 * lasting) + (0.04 * random.Noise());
            double level = 150 * (1 + (0.00025 * day)) * (1 + (0.25 * Wave((date.DayOfYear - 110) / 365.25)));
            double factor = holidays[day] ? 1.7 : Week[(int)date.DayOfWeek];
            values[day] = (float)Math.Round(Math.Max(0, level * factor * (1 + lasting + (0.03 * random.Noise()))), 1);
        }

        return new(start, values, holidays);
    }

    /// <summary>Five days of the year, and one in spring that moves.</summary>
    private static bool IsHoliday(DateOnly date, ulong seed) =>
        (date.Month, date.Day) is (1, 1) or (5, 1) or (10, 3) or (12, 25) or (12, 26)
        || date.DayOfYear == 85 + new CounterRandom(seed + 1, (ulong)date.Year).Below(28);

    /// <summary>A sine of turns, as Bhaskara I approximated it: sums and products alone, whose bits are the same everywhere.</summary>
    private static double Wave(double turns)
    {
        double part = turns - Math.Floor(turns), half = part < 0.5 ? part : part - 0.5;
        double product = half * (0.5 - half);
        double sine = 16 * product / (1.25 - (4 * product));
        return part < 0.5 ? sine : -sine;
    }
}
