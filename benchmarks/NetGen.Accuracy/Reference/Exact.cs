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

        // Everything in units of 2^Exponent: found is a short number, so that scaling it is exact.
        var unit = Math.Clamp(top - digits + 1, smallest, largest - digits) - Exponent;
        var scaled = double.IsInfinity(found) ? Math.CopySign(Math.ScaleB(1, largest - Exponent), found) : Math.ScaleB(found, -Exponent);
        var difference = Value - scaled;
        return Math.ScaleB(Math.Abs(difference.High + difference.Low), -unit);
    }
}
