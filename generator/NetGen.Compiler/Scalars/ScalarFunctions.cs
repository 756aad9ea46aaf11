namespace NetGen.Compiler.Scalars;

/// <summary>Functions that <see cref="Math"/> lacks, to about 1e-15 relative.</summary>
internal static class ScalarFunctions
{
    // Kahan's correction (HP-15C Advanced Functions Handbook): the rounding of 1 + x cancels in log(u) / (u - 1).
    public static double Log1p(double x)
    {
        var u = 1 + x;
        return u == 1 || double.IsPositiveInfinity(u) ? x : Math.Abs(x) > 1 ? Math.Log(u) : Math.Log(u) * (x / (u - 1));
    }

    public static double Expm1(double x)
    {
        var u = Math.Exp(x);
        return Math.Abs(x) > 1 ? u - 1 : u == 1 ? x : (u - 1) * (x / Math.Log(u));
    }

    public static double Erf(double x)
    {
        var a = Math.Abs(x);
        return a < 2 ? ErfSeries(x) : a > 6 ? Math.Sign(x) : double.IsNaN(x) ? x : Math.Sign(x) * (1 - ErfcFraction(a));
    }

    // erf x = 2/sqrt(pi) exp(-x^2) sum 2^n x^(2n+1) / (2n+1)!!: all terms have one sign (Abramowitz and Stegun 7.1.6).
    private static double ErfSeries(double x)
    {
        var (term, sum) = (x, x);
        for (var n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    // erfc x = exp(-x^2) / sqrt(pi) * 1 / (x + (1/2) / (x + 1 / (x + (3/2) / (x + …)))) (Abramowitz and Stegun 7.1.14).
    private static double ErfcFraction(double x)
    {
        var tail = x;
        for (var k = 80; k > 0; k--)
        {
            tail = x + (k / 2.0 / tail);
        }

        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * tail);
    }
}
