namespace NetGen.Compiler.Emission.Simd;

/// <content>The error function.</content>
internal static partial class Approximations
{
    private static Definition Erf(MathMethod m)
    {
        var z = m.Let("z", X * X);
        var near = m.Polynomial("near", z, m.IsSingle ? Coefficients.ErfNearSingle : Coefficients.ErfNearDouble);
        m.Set(near, m.Fma(near, X, X));
        // From the bound on the exponential is below half an ulp of 1, so that erf is 1 exactly: x (1 + erf(x)) must
        // vanish for x << 0.
        var bound = m.IsSingle ? 4 : 6;
        var a = m.Let("a", m.AtMost(m.Abs(X), bound));
        var far = m.Polynomial("far", a, m.IsSingle ? Coefficients.ErfFarSingle : Coefficients.ErfFarDouble);
        var (n, p) = ExpPolynomial(m, m.Let("y", a * far));
        m.Set(far, m.Number(1) - m.Scale(p, n));
        m.Return(m.Select(m.Less(a, m.Number(1)), near, m.WithSignOf(far, X)));
        return new($"erf(x) = x + x p(x^2) for |x| < 1, else 1 - exp(|x| q(|x|)) with the sign of x; minimax polynomials, at most 2 ulp.\n1 exactly from {bound} on.");
    }
}
