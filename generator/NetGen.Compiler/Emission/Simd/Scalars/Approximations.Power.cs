namespace NetGen.Compiler.Emission.Simd;

/// <content>Powers.</content>
internal static partial class Approximations
{
    private static Definition Pow(MathMethod m)
    {
        var (y, one, zero) = (new V("y"), m.Number(1), m.Number(0));
        var infinity = m.Number(double.PositiveInfinity);
        var ax = m.Let("a", m.Abs(X));

        m.Comment("log|x| = high + low: e ln 2 + 2 atanh(s), s = f / (2 + f) to twice the precision.");
        var (mantissa, e) = SplitAny(m, ax);
        var f = m.Let("f", mantissa - one);
        var d = m.Let("d", f + m.Number(2));
        var s = m.Let("s", f / d);
        var rest = m.Let("rest", m.Fnma(s, f - (d - m.Number(2)), -m.ExactFms(s, d, f)) / d);
        var z = m.Let("z", s * s);
        var p = m.Polynomial("series", z, m.IsSingle ? Coefficients.LogSeriesSingle : Coefficients.LogSeriesDouble);
        var whole = m.Let("whole", e * Ln2High(m));
        var high = m.Let("high", whole + (s + s));
        var low = m.Let("low", ((s + s) - (high - whole)) + m.Fma(p * z, s, m.Fma(e, Ln2Low(m), rest + rest)));

        var log = m.Let("log", high + low);
        m.Set(low, low - (log - high));

        m.Comment("exp(y log|x|) = exp(t) (1 + dt)");
        var t = m.Let("t", y * log);
        var dt = m.Let("dt", m.Fma(y, low, m.ExactFms(y, log, t)));
        m.Set(dt, m.Select(m.Less(m.Abs(t), m.Number(110, 750)), dt, zero));
        m.Set(t, m.AtMost(m.AtLeast(t, m.IsSingle ? -104 : -746), m.IsSingle ? 89 : 710));
        var (n, q) = ExpPolynomial(m, t);
        var power = m.Let("power", m.ScaleTwice(m.Fma(q, dt, q), n));

        m.Comment("Zero and infinity; then the sign, which only an integral y leaves defined.");
        var up = m.Let("up", m.Greater(y, zero));
        m.Set(power, m.Select(m.AreEqual(ax, zero), m.Select(up, zero, infinity), power));
        m.Set(power, m.Select(m.AreEqual(ax, infinity), m.Select(up, infinity, zero), power));
        var even = m.AreEqual(m.Round(y * m.Number(0.5)), y * m.Number(0.5));
        var signed = m.Let("signed", m.Select(even, power, -power));
        signed = m.Let("negative", m.Select(m.AreEqual(m.Round(y), y), signed, m.Number(double.NaN)));
        m.Set(power, m.Select(m.Less(X, zero), signed, power));
        m.Set(power, m.Select(m.AreEqual(X, X), m.Select(m.AreEqual(y, y), power, y), X));
        m.Set(power, m.Select(m.AreEqual(y, zero), one, power));
        m.Return(m.Select(m.AreEqual(X, one), one, power));
        return new("x^y = exp(y log|x|) with the logarithm to twice the precision; at most 2 ulp. Signs and special cases as in C's pow,\nexcept that -0 counts as 0, and that -infinity with a fractional y and -1 with an infinite y give NaN.");
    }
}
