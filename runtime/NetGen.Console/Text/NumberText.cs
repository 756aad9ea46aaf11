using System.Globalization;

namespace NetGen;

/// <summary>Measured numbers as people read them; the same in every culture.</summary>
internal static class NumberText
{
    /// <summary>A loss or score: four digits after the point, or with an exponent where these would say nothing.</summary>
    public static string Value(double value) =>
        double.IsFinite(value) && value != 0 && Math.Abs(value) is < 1e-3 or >= 1e5
            ? value.ToString("0.000e-0", CultureInfo.InvariantCulture)
            : value.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>A part of the whole, 0 to 1, in per cent.</summary>
    public static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{100 * part:0.00} %");

    public static string Rate(double rate) =>
        Math.Abs(rate) is > 0 and < 1e-3 ? rate.ToString("0.##e-0", CultureInfo.InvariantCulture) : rate.ToString("0.#####", CultureInfo.InvariantCulture);

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Duration(TimeSpan time) => time switch
    {
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
    };
}
