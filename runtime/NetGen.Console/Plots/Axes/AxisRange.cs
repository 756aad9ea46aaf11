namespace NetGen;

/// <summary>What an axis spans, and where on it a value lies.</summary>
internal readonly record struct AxisRange(double Low, double High, AxisScale Scale)
{
    // Beyond, the difference of two values may be no number any more.
    private const double Largest = 1e300;

    /// <summary>The range of values, widened by a part of its length on both sides.</summary>
    public static AxisRange Of(PlotAxis axis, IEnumerable<double> values, double margin)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values.Where(value => IsDrawn(value, axis.Scale)))
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        var range = Limited(axis, Widened(low, high, axis.Scale, margin));
        return range.Low < range.High ? range : Widened(low, high, axis.Scale, margin);
    }

    /// <summary>Whether a value has a place on an axis.</summary>
    public static bool IsDrawn(double value, AxisScale scale) => Math.Abs(value) <= Largest && (scale == AxisScale.Linear || value > 0);

    /// <summary>From 0 at the low end to 1 at the high end, beyond them outside; NaN for what is not drawn.</summary>
    public double Position(double value) => (Scale, IsDrawn(value, Scale)) switch
    {
        (_, false) => double.NaN,
        (AxisScale.Linear, _) => (value - Low) / (High - Low),
        _ => (Math.Log10(value) - Math.Log10(Low)) / (Math.Log10(High) - Math.Log10(Low)),
    };

    private static AxisRange Limited(PlotAxis axis, AxisRange range) => range with
    {
        Low = axis.Minimum is { } minimum && IsDrawn(minimum, axis.Scale) ? minimum : range.Low,
        High = axis.Maximum is { } maximum && IsDrawn(maximum, axis.Scale) ? maximum : range.High,
    };

    private static AxisRange Widened(double low, double high, AxisScale scale, double margin)
    {
        if (low > high)
        {
            return scale == AxisScale.Linear ? new(0, 1, scale) : new(0.1, 1, scale);
        }

        if (scale == AxisScale.Logarithmic)
        {
            var factor = low == high ? 2 : Math.Pow(high / low, margin);
            return new(low / factor, high * factor, scale);
        }

        // One value alone stands in the middle. Losses and scores do not get an axis below zero.
        var extra = low == high ? Math.Max(Math.Abs(low) / 2, 1e-12) : (high - low) * margin;
        return new(low >= 0 ? Math.Max(low - extra, 0) : low - extra, high + extra, scale);
    }
}
