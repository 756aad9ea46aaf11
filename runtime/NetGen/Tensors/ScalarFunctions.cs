namespace NetGen.Runtime;

/// <summary>Functions that <see cref="Math"/> lacks, to about 1e-15.</summary>
internal static class ScalarFunctions
{
    // Beyond, erf is 1 in double precision.
    private const double ErfSaturation = 6;

    /// <summary>1, 0 or -1; not a number for that. <see cref="Math.Sign(double)"/> throws there.</summary>
    public static double Sign(double x) => x > 0 ? 1 : x < 0 ? -1 : x;

    /// <summary>Without overflow: the exponential is that of a negative number.</summary>
    public static double Sigmoid(double x)
    {
        double e = Math.Exp(-Math.Abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    /// <summary><c>log(1 + x)</c>. Kahan: the rounding of 1 + x cancels in log(u) / (u - 1).</summary>
    public static double Log1p(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : Math.Abs(x) > 1 ? Math.Log(u) : Math.Log(u) * (x / (u - 1));
    }

    /// <summary><c>exp(x) - 1</c>; near 0 as tanh(x / 2) (exp(x) + 1).</summary>
    public static double Expm1(double x) => Math.Abs(x) > 1 ? Math.Exp(x) - 1 : Math.Tanh(x / 2) * (Math.Exp(x) + 1);

    /// <summary>The error function: near 0 by its series, elsewhere by the continued fraction of its complement.</summary>
    public static double Erf(double x)
    {
        double a = Math.Abs(x);
        return a < 2 ? ErfSeries(x) : a < ErfSaturation ? Sign(x) * (1 - ErfcFraction(a)) : Sign(x);
    }

    // erf x = 2/√π exp(-x²) Σ 2ⁿ x²ⁿ⁺¹ / (2n + 1)!!: all terms have one sign (Abramowitz and Stegun 7.1.6).
    private static double ErfSeries(double x)
    {
        double term = x, sum = x;
        for (int n = 1; n < 60; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    // erfc x = exp(-x²) / √π · 1 / (x + ½ / (x + 1 / (x + ³⁄₂ / (x + …)))) (Abramowitz and Stegun 7.1.14).
    private static double ErfcFraction(double x)
    {
        double tail = x;
        for (int k = 80; k > 0; k--)
        {
            tail = x + (k / 2.0 / tail);
        }

        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * tail);
    }
}
