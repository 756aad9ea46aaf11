namespace NetGen.Compiler.Emission.Simd;

/// <content>The error function.</content>
internal static partial class Approximations
{
    private static Definition ErfSingle(MathMethod m)
    {
        // From here on erf is 1 to the last bit; and it must be 1 exactly, or x (1 + erf(x)) would not vanish for x << 0.
        const double Bound = 3.925;
        var z = m.Let("z", X * X);
        var p = m.Polynomial("p", z, Coefficients.ErfTopSingle);
        var q = m.Polynomial("q", z, Coefficients.ErfBottomSingle);
        var r = m.Let("r", X * p / q);
        m.Set(r, m.Select(m.Greater(X, m.Number(Bound)), m.Number(1), r));
        m.Return(m.Select(m.Less(X, m.Number(-Bound)), m.Number(-1), r));
        return new("erf(x) = x p(x^2) / q(x^2), a minimax rational function for |x| < 3.925, 1 beyond; at most 4 ulp.");
    }

    private static Definition ErfDouble(MathMethod m)
    {
        var z = m.Let("z", X * X);
        var near = m.Polynomial("near", z, Coefficients.ErfNearDouble);
        m.Set(near, m.Fma(near, X, X));
        var a = m.Let("a", m.AtMost(m.Abs(X), 6));
        var far = m.Polynomial("far", a, Coefficients.ErfFarDouble);
        var (n, p) = ExpPolynomial(m, m.Let("y", -(a * (a + far))));
        m.Set(far, m.Number(1) - m.Scale(p, n));
        m.Return(m.Select(m.Less(a, m.Number(1)), near, m.WithSignOf(far, X)));
        return new("erf(x) = x + x p(x^2) for |x| < 1; else 1 - exp(-x^2 - x q(x)), 1 beyond 6; at most 4 ulp.");
    }
}
