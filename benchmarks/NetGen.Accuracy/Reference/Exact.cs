namespace NetGen.Accuracy;

/// <summary>The value of a function, to far more digits than a double has: <paramref name="Value"/> * 2^<paramref name="Exponent"/>.</summary>
internal readonly record struct Exact(DoubleDouble Value, int Exponent = 0)
{
    public static implicit operator Exact(DoubleDouble value) => new(value);

    public static implicit operator Exact(double value) => new(value);

    /// <summary>
    /// How far a computed double is off, in units in the last place of the exact value; units do not get smaller than the smallest subnormal number.
    /// Infinity counts as the number behind the largest one. NaN, and infinities of functions that have poles, are right or infinitely wrong.
    /// </summary>
    public double UlpsOf(double found) => Ulps(found, 53, -1074, 1024);

    /// <summary>The same for a computed float.</summary>
    public double UlpsOf(float found) => Ulps(found, 24, -149, 128);

    private double Ulps(double found, int digits, int smallest, int largest)
    {
        if (double.IsNaN(found) || double.IsNaN(Value.High) || double.IsInfinity(Value.High))
        {
            return found.Equals(Value.High) ? 0 : double.PositiveInfinity;
        }

        if (Value.High == 0)
        {
            return found == 0 ? 0 : double.PositiveInfinity;
        }

        var top = Math.ILogB(Value.High) + Exponent;
        if (double.IsInfinity(found))
        {
            if (Math.Sign(found) != Math.Sign(Value.High))
            {
                return double.PositiveInfinity;
            }

            if (top >= largest)
            {
                return 0;
            }
        }

        // In units of 2^Exponent, where scaling a short number is exact; for infinity in larger ones, so that 2^1024 is within the range.
        var shift = double.IsInfinity(found) ? 8 : 0;
        var scaled = double.IsInfinity(found) ? Math.CopySign(Math.ScaleB(1, largest - Exponent - shift), found) : Math.ScaleB(found, -Exponent);
        var difference = Value.Scale(-shift) - scaled;
        var unit = Math.Clamp(top - digits + 1, smallest, largest - digits) - Exponent - shift;
        return Math.ScaleB(Math.Abs(difference.High + difference.Low), -unit);
    }
}
