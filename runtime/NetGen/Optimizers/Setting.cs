using System.Globalization;

namespace NetGen;

/// <summary>Checks of hyper-parameters. Each returns the value, or throws and says what was expected.</summary>
internal static class Setting
{
    /// <summary>The smallest ε: below it, ε is zero in single precision and a value without a gradient becomes 0 / 0.</summary>
    public const double SmallestEpsilon = 1e-30;

    public static double NotNegative(double value, string name) =>
        double.IsFinite(value) && value >= 0 ? value : throw Refuse(value, name, "finite and not negative");

    public static double? NotNegative(double? value, string name) => value is { } number ? NotNegative(number, name) : null;

    /// <summary>A limit: above zero; infinity where that means no limit.</summary>
    public static double? Positive(double? value, string name) =>
        value is null or > 0 ? value : throw Refuse(value.Value, name, "above 0");

    public static double Fraction(double value, string name) =>
        value is >= 0 and < 1 ? value : throw Refuse(value, name, "in [0, 1)");

    public static double Epsilon(double value, string name) =>
        double.IsFinite(value) && value >= SmallestEpsilon ? value : throw Refuse(value, name, "finite and at least 1E-30");

    /// <summary>A count.</summary>
    public static int AtLeast(int least, int value, string name) =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} must be at least {least}, but is {value}."));

    /// <summary>A setting for a description: the shortest number that reads back as the same bits, or <c>none</c>.</summary>
    public static string Text(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "none";

    private static ArgumentOutOfRangeException Refuse(double value, string name, string expected) =>
        new(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} must be {expected}, but is {value}."));
}
