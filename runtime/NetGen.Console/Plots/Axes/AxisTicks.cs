using System.Globalization;

namespace NetGen;

/// <summary>A value that is written at an axis.</summary>
internal readonly record struct AxisTick(double Value, string Label);

/// <summary>Round values along an axis: 1, 2 or 5 times a power of ten.</summary>
internal static class AxisTicks
{
    /// <param name="range">What the axis spans.</param>
    /// <param name="most">About how many there is room for, at least 2.</param>
    /// <param name="whole">Whether only whole numbers make sense. Where none is on the axis, others are better than nothing.</param>
    public static IReadOnlyList<AxisTick> Of(AxisRange range, int most, bool whole)
    {
        if (range.Scale == AxisScale.Linear)
        {
            return LinearOrFractions(range, most, whole);
        }

        var ticks = Logarithmic(range, most);
        return ticks.Count >= 2 ? ticks : LinearOrFractions(range, most, whole);
    }

    private static List<AxisTick> LinearOrFractions(AxisRange range, int most, bool whole) =>
        whole && Linear(range, most, whole) is { Count: > 0 } ticks ? ticks : Linear(range, most, whole: false);

    private static List<AxisTick> Linear(AxisRange range, int most, bool whole)
    {
        var step = Step((range.High - range.Low) / most);
        step = whole ? Math.Max(step, 1) : step;
        var ticks = new List<AxisTick>();

        // Steps are counted: a sum of steps would drift, and end early or late.
        var (first, last) = (Math.Ceiling((range.Low / step) - 1e-9), Math.Floor((range.High / step) + 1e-9));
        for (var index = first; index <= last && ticks.Count <= 2 * most; index++)
        {
            ticks.Add(new(index * step, Label(index * step, step)));
        }

        return ticks;
    }

    private static List<AxisTick> Logarithmic(AxisRange range, int most)
    {
        var (low, high) = (Math.Log10(range.Low), Math.Log10(range.High));
        int[] digits = high - low < most / 3.0 ? [1, 2, 5] : [1];
        var stride = Math.Max(1, (int)Math.Ceiling((high - low) / most));
        var ticks = new List<AxisTick>();
        for (var power = (int)Math.Floor(low / stride) * stride; power <= high; power += stride)
        {
            foreach (var digit in digits)
            {
                var place = power + Math.Log10(digit);
                if (place >= low - 1e-9 && place <= high + 1e-9)
                {
                    var value = digit * Math.Pow(10, power);
                    ticks.Add(new(value, Label(value, value)));
                }
            }
        }

        return ticks;
    }

    /// <summary>The round step nearest to a length, by ratio.</summary>
    private static double Step(double length)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(length)));
        var ratio = length / power;
        return power * (ratio < Math.Sqrt(2) ? 1 : ratio < Math.Sqrt(10) ? 2 : ratio < Math.Sqrt(50) ? 5 : 10);
    }

    /// <summary>As many digits as tell neighbours apart.</summary>
    private static string Label(double value, double step)
    {
        if (value == 0)
        {
            return "0";
        }

        if (Math.Abs(value) >= 1e5 || step < 1e-4)
        {
            var digits = Math.Clamp((int)Math.Round(Math.Floor(Math.Log10(Math.Abs(value))) - Math.Floor(Math.Log10(step))), 0, 6);
            return value.ToString("0." + new string('#', digits) + "e-0", CultureInfo.InvariantCulture);
        }

        return value.ToString("F" + Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9)), CultureInfo.InvariantCulture);
    }
}
