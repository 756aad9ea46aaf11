namespace NetGen.Compiler.Emission.Simd;

/// <content>exp, expm1 and what follows from them: sigmoid and tanh.</content>
internal static partial class Approximations
{
    private const double Log2E = 1.4426950408889634;

    // ln 2 in two parts; the first has so few bits that n * high is exact for every exponent n (Cody and Waite 1980).
    private static V Ln2High(MathMethod m) => m.Number(0.693145751953125, 6.93147180369123816490e-01);

    private static V Ln2Low(MathMethod m) => m.Number(1.4286068203094172e-06, 1.90821492927058770002e-10);

    private static Definition Exp(MathMethod m)
    {
        // Beyond these bounds the result is 0 or infinity. A NaN passes, because it is the second operand.
        var y = m.Let("y", m.AtMost(m.AtLeast(X, m.IsSingle ? -104 : -746), m.IsSingle ? 89 : 710));
        var (n, p) = ExpPolynomial(m, y);
        m.Return(m.ScaleTwice(p, n));
        return new("exp(x) = 2^n exp(r), n = round(x / ln 2), |r| <= ln(2) / 2; minimax polynomial, at most 1 ulp.\nSubnormal results are right; -infinity gives 0.");
    }

    private static Definition Expm1(MathMethod m)
    {
        var y = m.Let("y", m.AtMost(m.AtLeast(X, m.IsSingle ? -20 : -40), m.IsSingle ? 89 : 710));
        var (n, p) = Expm1Polynomial(m, y);
        m.Comment("Half of the result first: 2^n alone may be too large.");
        var s = m.Let("s", m.PowerOfTwo(n - m.Number(1)));
        var t = m.Let("t", m.Fma(p, s, s - m.Number(0.5)));
        m.Return(t + t);
        return new("exp(x) - 1 = 2^n expm1(r) + (2^n - 1), n = round(x / ln 2), |r| <= ln(2) / 2; exact near 0, at most 3 ulp.");
    }

    private static Definition Sigmoid(MathMethod m)
    {
        // Numerator and denominator are small by the same power of two, so that exp(-x) does not overflow before the result vanishes.
        var down = m.IsSingle ? -30 : -60;
        var y = m.Let("y", m.AtMost(m.AtLeast(-X, m.IsSingle ? -60 : -600), m.IsSingle ? 104 : 746));
        var (n, p) = ExpPolynomial(m, y);
        var small = m.Number(Math.Pow(2, down));
        m.Return(small / m.Let("d", m.Scale(p, n, down) + small));
        return new("1 / (1 + exp(-x)); at most 3 ulp, subnormal results included.");
    }

    private static Definition Tanh(MathMethod m)
    {
        // tanh is 1 to the last bit beyond.
        var bound = m.IsSingle ? 9.1 : 19.1;
        var c = m.Let("c", m.AtMost(m.AtLeast(X, -bound), bound));
        var (n, p) = Expm1Polynomial(m, m.Let("y", c + c));
        var s = m.Let("s", m.PowerOfTwo(n));
        var t = m.Let("t", m.Fma(p, s, s - m.Number(1)));
        m.Return(t / (t + m.Number(2)));
        return new("tanh(x) = t / (t + 2), t = expm1(2x) = 2^n expm1(r) + (2^n - 1); no cancellation near 0, at most 3 ulp.");
    }

    /// <summary>n = round(y / ln 2) and r = y - n ln 2.</summary>
    private static (V N, V R) Reduce(MathMethod m, V y)
    {
        var n = m.Let("n", m.Round(y * m.Number(Log2E)));
        return (n, m.Let("r", m.Fnma(n, Ln2Low(m), m.Fnma(n, Ln2High(m), y))));
    }

    private static (V N, V P) ExpPolynomial(MathMethod m, V y)
    {
        var (n, r) = Reduce(m, y);
        var p = m.Polynomial("p", r, m.IsSingle ? Coefficients.ExpSingle : Coefficients.ExpDouble);
        m.Set(p, m.Fma(p, r, m.Number(1)));
        m.Set(p, m.Fma(p, r, m.Number(1)));
        return (n, p);
    }

    // expm1(r) = r + r^2 p(r): the leading r is exact.
    private static (V N, V P) Expm1Polynomial(MathMethod m, V y)
    {
        var (n, r) = Reduce(m, y);
        var p = m.Polynomial("p", r, m.IsSingle ? Coefficients.ExpSingle : Coefficients.ExpDouble);
        m.Set(p, m.Fma(p * r, r, r));
        return (n, p);
    }
}
