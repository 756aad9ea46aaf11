using System.Globalization;

namespace NetGen.Compiler.Scalars;

/// <summary>Numbers as text that reads back to the same number, with as few digits as that takes.</summary>
public static class NumberText
{
    /// <summary>A C# literal of type double; it has a point or an exponent.</summary>
    public static string Double(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return "double." + NotFinite(value);
        }

        var text = Shortest(value);
        return text.IndexOfAny(['.', 'E']) < 0 ? text + ".0" : text;
    }

    /// <summary>A C# literal of type float, the number rounded to single precision.</summary>
    public static string Single(double value)
    {
        var single = (float)value;
        if (float.IsNaN(single) || float.IsInfinity(single))
        {
            return "float." + NotFinite(single);
        }

        // "R" is unreliable for some values in a .NET Framework host.
        foreach (var format in new[] { "G6", "G7", "G8" })
        {
            var text = single.ToString(format, CultureInfo.InvariantCulture);
            if (float.Parse(text, CultureInfo.InvariantCulture).Equals(single))
            {
                return Signed(text, value) + "f";
            }
        }

        return single.ToString("G9", CultureInfo.InvariantCulture) + "f";
    }

    /// <summary>The number alone, for people: 20 and not 20.0.</summary>
    public static string Shortest(double value)
    {
        foreach (var format in new[] { "G15", "G16" })
        {
            var text = value.ToString(format, CultureInfo.InvariantCulture);
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var back) && back.Equals(value))
            {
                return Signed(text, value);
            }
        }

        return value.ToString("G17", CultureInfo.InvariantCulture);
    }

    // .NET Framework prints -0 as "0"; the sign of the literal -0 as "-0.0" counts.
    private static string Signed(string text, double value) => text == "0" && 1 / value < 0 ? "-0" : text;

    private static string NotFinite(double value) =>
        double.IsNaN(value) ? "NaN" : value > 0 ? "PositiveInfinity" : "NegativeInfinity";
}
