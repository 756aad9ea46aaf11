namespace NetGen.Compiler.Emission.Simd;

/// <content>Powers.</content>
internal static partial class Approximations
{
    private const double Ln2 = 0.6931471805599453;

    // What ln 2 lacks as a float and as a double.
    private const double Ln2RestSingle = -1.904654299957768e-09;
    private const double Ln2RestDouble = 2.3190468138462996e-17;

    private static Definition Pow(MathMethod m)
    {
        var (y, one, zero) = (new V("y"), m.Number(1), m.Number(0));
        var infinity = m.Number(double.PositiveInfinity);
        var ax = m.Let("a", m.Abs(X));

        m.Comment("log|x| = high + low to twice the precision: e ln 2 + 2 s + s z (2/3 + z p(z)), s = f / (2 + f), z = s^2.");
        var (mantissa, e) = SplitAny(m, ax);
        var f = m.Let("f", mantissa - one);
        var d = m.Let("d", f + m.Number(2));
        var inverse = m.Let("inverse", one / d);
        var s = m.Let("s", f * inverse);
        var rest = m.Let("rest", m.Fnma(s, f - (d - m.Number(2)), m.ExactFnma(s, d, f)) * inverse);
        var (series, seriesRest) = PowSeries(m, s, rest);
        var whole = m.Let("whole", e * m.Number(Ln2));
        var wholeRest = m.Let("wholeRest", m.Fma(e, m.Number(Ln2RestSingle, Ln2RestDouble), m.ExactFms(e, m.Number(Ln2), whole)));
        var sum = m.Let("sum", whole + (s + s));
        var high = m.Let("high", sum + series);
        var low = m.Let("low", ((s + s) - (sum - whole)) + (series - (high - sum)));
        m.Set(low, low + ((rest + rest) + (wholeRest + seriesRest)));
        if (!m.Target.HasScale)
        {
            m.Comment("Zero, infinity and NaN, which with AVX-512 are right by the instructions that split x.");
            m.Set(high, m.Select(m.AreEqual(ax, zero), m.Number(double.NegativeInfinity), m.Select(m.Less(ax, infinity), high, ax)));
        }

        m.Comment("exp(y log|x|) = exp(t) (1 + dt); 1 to the power of infinity is 1.");
        var t = m.Let("t", y * high);
        var dt = m.Let("dt", m.Fma(y, low, m.ExactFms(y, high, t)));
        m.Set(dt, m.Select(m.Less(m.Abs(t), m.Number(110, 750)), dt, zero));
        m.Set(t, m.Select(m.AreEqual(ax, one), zero, t));
        m.Set(t, m.AtMost(m.AtLeast(t, m.IsSingle ? -104 : -746), m.IsSingle ? 89 : 710));
        var (n, q) = ExpPolynomial(m, t);
        var power = m.Let("power", m.ScaleTwice(m.Fma(q, dt, q), n));

        m.Comment("The sign of an odd power; a fractional power of a negative number is NaN, one of infinity is not.");
        var half = m.Let("halfY", y * m.Number(0.5));
        var signed = m.Let("signed", m.Select(m.AreEqual(m.Round(half), half), power, m.WithSignOf(power, X)));
        var undefined = m.Select(m.AreEqual(ax, infinity), power, m.Number(double.NaN));
        var fractional = m.Let("fractional", m.Select(m.Less(X, zero), undefined, power));
        m.Set(power, m.Select(m.AreEqual(m.Round(y), y), signed, fractional));
        m.Return(m.Select(m.AreEqual(y, zero), one, power));
        return new("x^y = exp(y log|x|) with the logarithm to twice the precision; at most 2 ulp. Signs and special cases as in C's pow.");
    }

    /// <summary>What 2 (s + rest) lacks of log(1 + f), in two parts.</summary>
    private static (V High, V Low) PowSeries(MathMethod m, V s, V rest)
    {
        var z = m.Let("z", s * s);
        var zRest = m.Let("zRest", m.Fma(s + s, rest, m.ExactFms(s, s, z)));
        var p = m.Polynomial("pz", z, m.IsSingle ? Coefficients.PowSeriesSingle : Coefficients.PowSeriesDouble);
        m.Set(p, p * z);
        var c = m.Let("c", p + TwoThirds(m));
        var cRest = m.Let("cRest", (p - (c - TwoThirds(m))) + TwoThirdsRest(m));
        var u = m.Let("u", c * z);
        var uRest = m.Let("uRest", m.Fma(c, zRest, m.Fma(cRest, z, m.ExactFms(c, z, u))));
        var series = m.Let("series", u * s);
        return (series, m.Let("seriesRest", m.Fma(u, rest, m.Fma(uRest, s, m.ExactFms(u, s, series)))));
    }

    private static V TwoThirds(MathMethod m) => m.Number((float)(2.0 / 3), 2.0 / 3);

    private static V TwoThirdsRest(MathMethod m) => m.Number(-1.9868214925130207e-08, 3.700743415417188e-17);
}
