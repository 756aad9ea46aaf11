using System.Globalization;

namespace Tuning;

/// <summary>Numbers as people read them; the same in every culture.</summary>
internal static class NumberText
{
    public static string Loss(double loss) => loss.ToString("0.0000", CultureInfo.InvariantCulture);

    public static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{100 * part:0.00} %");

    public static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    /// <summary>A setting: <c>0.00123</c>.</summary>
    public static string Setting(double value) => value.ToString("0.#######", CultureInfo.InvariantCulture);
}
