namespace NetGen.Accuracy;

/// <content>exp, its inverse, and what follows from them.</content>
internal static partial class ExactFunctions
{
    // 1 / 2!, 1 / 3!, …
    private static readonly DoubleDouble[] Factorials = InverseFactorials(30);

    // Below, f(x) = x (1 + O(x)) is x to 10^-22, and low parts need not become subnormal.
    private const double Tiny = 1e-22;

    public static Exact Exp(double x) => Exp((DoubleDouble)x);

    public static Exact Expm1(double x)
    {
        if (Math.Abs(x) < Tiny)
        {
            return x;
        }

        if (double.IsNaN(x) || x is > 800 or < -200)
        {
            return double.IsNaN(x) ? x : x > 0 ? double.PositiveInfinity : -1.0;
        }

        // Beyond 2^100 the 1 no longer counts.
        var (p, n) = Expm1Parts(x);
        return n > 100 ? new Exact(p + 1.0, n) : Whole(p, n);
    }

    public static Exact Log(double x)
    {
        if (!(x > 0) || double.IsInfinity(x))
        {
            return x == 0 ? double.NegativeInfinity : double.IsPositiveInfinity(x) ? x : double.NaN;
        }

        return LogOf(x);
    }

    public static Exact Log1p(double x)
    {
        if (!(x > -1) || double.IsInfinity(x))
        {
            return x == -1 ? double.NegativeInfinity : double.IsPositiveInfinity(x) ? x : double.NaN;
        }

        return Math.Abs(x) < 0.25 ? LogNearOne(x) : LogOf(DoubleDouble.Sum(1, x));
    }

    public static Exact Tanh(double x)
    {
        if (double.IsNaN(x) || Math.Abs(x) is > 300 or < Tiny)
        {
            return Math.Abs(x) > 300 ? Math.Sign(x) : x;
        }

        var t = Expm1(2 * Math.Abs(x)) is var e ? e.Value.Scale(e.Exponent) : default;
        var tanh = t / (t + 2.0);
        return x < 0 ? -tanh : tanh;
    }

    public static Exact Sigmoid(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        var e = Exp(-Math.Abs(x));
        var whole = e.Exponent < -200 ? 1.0 : e.Value.Scale(e.Exponent) + 1.0;
        return x >= 0 ? 1.0 / whole : new Exact(e.Value / whole, e.Exponent);
    }

    /// <summary>log of a positive number, to about 2^-95 relative.</summary>
    private static DoubleDouble LogOf(DoubleDouble x)
    {
        var n = Math.ILogB(x.High);
        // Around 1, and 1 itself without a power of two: logarithms of one sign, none cancels.
        n = Math.ScaleB(x.High, -n) > 1.4 ? n + 1 : n;
        return LogNearOne(x.Scale(-n) - 1.0) + (DoubleDouble.Ln2 * n);
    }

    /// <summary>log(1 + u) by one step of Halley's method, y + 2 (u - expm1(y)) / (u + 2 + expm1(y)): the digits of y, a double, triple.</summary>
    private static DoubleDouble LogNearOne(DoubleDouble u)
    {
        if (Math.Abs(u.High) < Tiny)
        {
            return u;
        }

        // Kahan's correction: the rounding of 1 + u cancels.
        var one = 1 + u.High;
        var y = one == 1 ? u.High : Math.Log(one) * (u.High / (one - 1));
        var (p, n) = Expm1Parts(y);
        p = Whole(p, n);
        return ((u - p) * 2.0 / (u + p + 2.0)) + y;
    }

    private static Exact Exp(DoubleDouble x)
    {
        if (double.IsNaN(x.High) || Math.Abs(x.High) > 2000)
        {
            return double.IsNaN(x.High) ? x.High : x.High > 0 ? double.PositiveInfinity : 0.0;
        }

        var (p, n) = Expm1Parts(x);
        return new(p + 1.0, n);
    }

    /// <summary>x = n ln 2 + r and expm1(r), accurate relative to itself.</summary>
    private static (DoubleDouble Expm1, int N) Expm1Parts(DoubleDouble x)
    {
        var n = (int)Math.Round(x.High / DoubleDouble.Ln2.High);
        var r = (x - (DoubleDouble.Ln2 * n)).Scale(-6);
        var p = Factorials[10];
        for (var i = 9; i >= 0; i--)
        {
            p = (p * r) + Factorials[i];
        }

        p = r + (p * r * r);
        // expm1(2 r) = 2 expm1(r) + expm1(r)^2
        for (var i = 0; i < 6; i++)
        {
            p = (p * 2.0) + (p * p);
        }

        return (p, n);
    }

    /// <summary>expm1(n ln 2 + r) from expm1(r): 2^n expm1(r) + (2^n - 1).</summary>
    private static DoubleDouble Whole(DoubleDouble p, int n) => n == 0 ? p : p.Scale(n) + DoubleDouble.Sum(Math.ScaleB(1, n), -1);

    private static DoubleDouble[] InverseFactorials(int count)
    {
        var result = new DoubleDouble[count];
        DoubleDouble last = 1.0;
        for (var i = 0; i < count; i++)
        {
            last /= i + 2.0;
            result[i] = last;
        }

        return result;
    }
}
