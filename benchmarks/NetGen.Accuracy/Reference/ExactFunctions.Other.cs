namespace NetGen.Accuracy;

/// <content>The error function and powers.</content>
internal static partial class ExactFunctions
{
    private static readonly DoubleDouble TwoOverRootPi = new(1.1283791670955126, 1.533545961316588e-17);

    /// <summary>erf x = 2/sqrt(pi) exp(-x^2) sum 2^n x^(2n+1) / (2n+1)!!: all terms have one sign (Abramowitz and Stegun 7.1.6).</summary>
    public static Exact Erf(double x)
    {
        // erfc(7) is 4e-23.
        if (double.IsNaN(x) || Math.Abs(x) > 7)
        {
            return double.IsNaN(x) ? x : Math.Sign(x);
        }

        // Below, the next term no longer counts, and products would be subnormal.
        if (Math.Abs(x) < 1e-20)
        {
            return new(TwoOverRootPi * Math.ScaleB(x, 200), -200);
        }

        var square = DoubleDouble.Product(x, x);
        DoubleDouble term = x;
        var sum = term;
        for (var n = 1; Math.Abs(term.High) > 1e-28 * Math.Abs(sum.High); n++)
        {
            term = term * square / (n + 0.5);
            sum += term;
        }

        var exp = Exp(-square);
        return TwoOverRootPi * exp.Value * sum.Scale(exp.Exponent);
    }

    /// <summary>x^y as C's pow.</summary>
    public static Exact Pow(double x, double y)
    {
        // Zeros, infinities, NaN and negative bases with fractional exponents: the runtime's pow is C's.
        if (x == 0 || y == 0 || !double.IsFinite(x) || !double.IsFinite(y) || x == 1 || (x < 0 && Math.Floor(y) != y))
        {
            return Math.Pow(x, y);
        }

        // Far beyond the range of any double nothing needs to be exact.
        var rough = Math.Log(Math.Abs(x)) * y;
        var power = x == -1 ? new Exact(1.0) : Exp(Math.Abs(rough) < 1500 ? LogOf(Math.Abs(x)) * y : Math.CopySign(1500, rough));
        return x < 0 && Math.Abs(y) < 9007199254740992 && y % 2 != 0 ? new(-power.Value, power.Exponent) : power;
    }
}
