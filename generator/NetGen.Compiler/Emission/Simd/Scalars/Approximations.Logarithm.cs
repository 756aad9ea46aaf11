namespace NetGen.Compiler.Emission.Simd;

/// <content>log and log1p.</content>
internal static partial class Approximations
{
    private static Definition Log(MathMethod m)
    {
        var (mantissa, e) = SplitAny(m, X);
        var f = m.Let("f", mantissa - m.Number(1));
        var log = LogOfParts(m, f, e);
        if (m.Target.HasScale)
        {
            m.Comment("Zero, infinity, negative numbers and NaN are right by the instructions that split x.");
            m.Return(log);
        }
        else
        {
            var result = m.Let("result", m.Select(m.Less(X, m.Number(double.PositiveInfinity)), log, X));
            m.Return(Guarded(m, X, 0, result));
        }

        return new("log(x) = e ln 2 + log(1 + f), x = 2^e (1 + f), -1/4 <= f < 1/2; at most 2 ulp, also for subnormal x.\nZero gives -infinity, negative numbers NaN.");
    }

    private static Definition Log1p(MathMethod m)
    {
        var one = m.Number(1);
        var u = m.Let("u", one + X);
        m.Comment("What the sum lost; it belongs to f, in the scale of f.");
        var c = m.Let("c", X - (u - one));
        var (mantissa, e) = m.Split(u);
        // From 2^64 on nothing was lost, and 2^-e must not become subnormal.
        var f = m.Let("f", (mantissa - one) + m.Scale(c, -m.AtMost(e, 64)));
        var log = LogOfParts(m, f, e);
        var result = m.Let("result", m.Select(m.Less(X, m.Number(double.PositiveInfinity)), log, X));
        m.Return(Guarded(m, X, -1, result));
        return new("log(1 + x) = e ln 2 + log(1 + f), 1 + x = 2^e (1 + f) with the rounding error of 1 + x in f; at most 3 ulp.");
    }

    // result where x > pole, -infinity at the pole, NaN below and for NaN.
    private static V Guarded(MathMethod m, V x, double pole, V result) =>
        m.Select(m.Greater(x, m.Number(pole)), result,
            m.Select(m.AreEqual(x, m.Number(pole)), m.Number(double.NegativeInfinity), m.Number(double.NaN)));

    /// <summary>Splits a positive number that may be subnormal.</summary>
    private static (V Mantissa, V Exponent) SplitAny(MathMethod m, V x)
    {
        if (m.Target.HasScale)
        {
            return m.Split(x);
        }

        var shift = m.IsSingle ? 25 : 54;
        var small = m.Let("small", m.Less(x, m.Number(1.1754943508222875e-38, 2.2250738585072014e-308)));
        var normal = m.Let("normal", m.Select(small, x * m.Number(Math.Pow(2, shift)), x));
        var (mantissa, e) = m.Split(normal);
        m.Set(e, m.Select(small, e - m.Number(shift), e));
        return (mantissa, e);
    }

    private static V LogOfParts(MathMethod m, V f, V e)
    {
        if (m.IsSingle)
        {
            var p = m.Polynomial("p", f, Coefficients.LogSingle);
            var t = m.Let("t", f * f);
            m.Set(p, m.Fma(p * f, t, e * Ln2Low(m)));
            m.Set(p, m.Fnma(t, m.Number(0.5), p));
            return m.Let("log", m.Fma(e, Ln2High(m), f + p));
        }

        // FreeBSD's e_log.c: 2 atanh(s) in a form whose first terms, f - f^2 / 2, are nearly exact.
        var s = m.Let("s", f / (f + m.Number(2)));
        var z = m.Let("z", s * s);
        var r = m.Polynomial("p", z, Coefficients.LogSeriesDouble);
        var half = m.Let("h", f * f * m.Number(0.5));
        var low = m.Let("low", m.Fma(s, m.Fma(r, z, half), e * Ln2Low(m)));
        return m.Let("log", m.Fma(e, Ln2High(m), f - (half - low)));
    }
}
