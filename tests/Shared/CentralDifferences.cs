namespace NetGen.Testing;

/// <summary>Derivatives from function values alone.</summary>
internal static class CentralDifferences
{
    /// <summary>Balances the rule's error, of order step⁴, against rounding, of order 1e-16 / step.</summary>
    private const double Step = 1e-4;

    /// <summary>Beyond it two step sizes disagree so much that a kink must lie between them; smooth functions stay far below.</summary>
    private const double Kinked = 1e-5;

    /// <summary>
    /// The derivative of <paramref name="function"/> by one value, by the five-point rule (4 D(h) − D(2h)) / 3, D being the central difference;
    /// null where a kink is near, which is judged by the function's values alone.
    /// </summary>
    public static double? Of(Func<double> function, ref double value)
    {
        var at = value;
        var narrow = Difference(function, ref value, at, Step);
        var wide = Difference(function, ref value, at, 2 * Step);
        value = at;
        return Math.Abs(wide - narrow) > Kinked * Math.Max(1, Math.Abs(narrow)) ? null : ((4 * narrow) - wide) / 3;
    }

    private static double Difference(Func<double> function, ref double value, double at, double step)
    {
        value = at + step;
        var above = function();
        value = at - step;
        var below = function();
        return (above - below) / (2 * step);
    }
}
