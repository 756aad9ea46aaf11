using System.Globalization;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd;

/// <content>Sine and cosine.</content>
internal static partial class Approximations
{
    // Up to here the reduction is exact enough: n has 17 bits.
    private const double Near = 1 << 17;

    // pi/2 in three parts, each the rest rounded to nearest. x - n * first is exact by fused multiplication and addition: both are multiples of the
    // last place of the first part, and what is left is less than 1. The others round relative to what is left, however little that is.
    private static readonly double[] HalfPiSingle = [1.5707963705062866, -4.371138828673793e-08, -1.7151245100058819e-15];
    private static readonly double[] HalfPiDouble = [1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33];

    private static Definition Sin(MathMethod m) => Circular(m, "Sin", 0);

    private static Definition Cos(MathMethod m) => Circular(m, "Cos", 1);

    // cos(x) = sin(x + pi/2): one quadrant further.
    private static Definition Circular(MathMethod m, string name, int quadrant)
    {
        var n = m.Let("n", m.Round(X * m.Number(2 / Math.PI)));
        var r = m.Let("r", X);
        foreach (var part in m.IsSingle ? HalfPiSingle : HalfPiDouble)
        {
            m.Set(r, m.ExactFnma(n, m.Number(part), r));
        }

        if (m.Target.FarReduction is { } reduction)
        {
            m.Statement($"if ({m.AnyGreater(m.Abs(X), m.Number(Near)).Text})\n{{\n    r = {reduction}(x, out n);\n}}\n");
        }

        var z = m.Let("z", r * r);
        var sin = m.Polynomial("sin", z, m.IsSingle ? Coefficients.SinSingle : Coefficients.SinDouble);
        m.Set(sin, m.Fma(sin * z, r, r));
        var cos = m.Polynomial("cos", z, m.IsSingle ? Coefficients.CosSingle : Coefficients.CosDouble);
        m.Set(cos, m.Fma(cos * z, z, m.Fnma(z, m.Number(0.5), m.Number(1))));
        m.Comment("The quadrant, in the lowest bits: odd ones swap sine and cosine, 2 and 3 change the sign.");
        var result = m.ByQuadrant(n, quadrant, sin, cos);
        if (m.Target.FarReduction is not null)
        {
            m.Return(result);
            return new($"{name.ToLowerInvariant()}(x) from x = n pi/2 + r, |r| <= pi/4, and minimax polynomials in r^2; at most 3 ulp.");
        }

        var near = m.Let("near", result);
        m.Return(new($"{m.AnyGreater(m.Abs(X), m.Number(Near)).Text} ? {name}Far(x, near) : near"));
        return new(
            $"{name.ToLowerInvariant()}(x) from x = n pi/2 + r, |r| <= pi/4, and minimax polynomials in r^2; at most 3 ulp. Vectors with an |x| > 2^17 take a longer way.",
            Far(m.Target, name));
    }

    private static string Far(SimdOperations target, string name) => $$"""

        // The scalar function in the lanes where |x| > 2^17: its reduction has as many digits of pi as x needs.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static {{target.VectorType}} {{name}}Far({{target.VectorType}} x, {{target.VectorType}} near)
        {
            global::System.Span<{{target.Element}}> lanes = stackalloc {{target.Element}}[{{target.Lanes.ToString(CultureInfo.InvariantCulture)}}];
            near.CopyTo(lanes);
            for (int i = 0; i < lanes.Length; i++)
            {
                if (global::System.Math.Abs(x[i]) > {{(target.IsSingle ? NumberText.Single(Near) : NumberText.Double(Near))}})
                {
                    lanes[i] = {{(target.IsSingle ? "(float)" : "")}}global::System.Math.{{name}}(x[i]);
                }
            }

            return {{target.Type}}.Create<{{target.Element}}>(lanes);
        }

        """.Replace("\r", "");
}
