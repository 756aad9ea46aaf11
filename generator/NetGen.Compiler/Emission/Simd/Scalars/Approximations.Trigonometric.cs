namespace NetGen.Compiler.Emission.Simd;

/// <content>Sine and cosine.</content>
internal static partial class Approximations
{
    // pi/2 in four parts; n times each of the first three is exact for the n that occur in the range of full accuracy.
    private static readonly double[] HalfPiSingle = [1.5703125, 0.0004837512969970703, 7.549533620476723e-08, 2.5633441515e-12];
    private static readonly double[] HalfPiDouble = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21, 8.478427660368900e-32];

    private static Definition Sin(MathMethod m) => Circular(m, "sin", 0);

    private static Definition Cos(MathMethod m) => Circular(m, "cos", 1);

    // cos(x) = sin(x + pi/2): one quadrant further.
    private static Definition Circular(MathMethod m, string name, int quadrant)
    {
        var n = m.Let("n", m.Round(X * m.Number(2 / Math.PI)));
        var r = m.Let("r", X);
        foreach (var part in m.IsSingle ? HalfPiSingle : HalfPiDouble)
        {
            m.Set(r, m.Fnma(n, m.Number(part), r));
        }

        var z = m.Let("z", r * r);
        var sin = m.Polynomial("sin", z, m.IsSingle ? Coefficients.SinSingle : Coefficients.SinDouble);
        m.Set(sin, m.Fma(sin * z, r, r));
        var cos = m.Polynomial("cos", z, m.IsSingle ? Coefficients.CosSingle : Coefficients.CosDouble);
        m.Set(cos, m.Fma(cos * z, z, m.Fnma(z, m.Number(0.5), m.Number(1))));
        m.Comment("The quadrant, in the lowest bits: odd ones swap sine and cosine, 2 and 3 change the sign.");
        m.Return(m.ByQuadrant(n, quadrant, sin, cos));
        var range = m.IsSingle ? "|x| <= 10^4" : "|x| <= 10^6";
        return new($"{name}(x) from x = n pi/2 + r, |r| <= pi/4, and minimax polynomials in r^2; at most 3 ulp for {range},\nbeyond that the accuracy falls with |x|.");
    }
}
