using NetGen.Compiler.Scalars;
using static NetGen.Compiler.Scalars.Scalar;

namespace NetGen.Accuracy;

/// <summary>A function that the vector mathematics lacks, written in those that it has.</summary>
internal sealed record Composition(string Name, Expr Expression, Func<double, double> Reference)
{
    private static readonly Expr Em1 = Expm1(X);

    private static readonly Expr AbsEm1 = Expm1(Abs(X));

    private static readonly Expr Root = Pow(Abs(X), 1.0 / 3);

    public static IReadOnlyList<Composition> All { get; } =
    [
        new("Tan", Sin(X) / Cos(X), Math.Tan),
        new("SinhOfExp", 0.5 * (Exp(X) - Exp(-X)), Math.Sinh),
        new("SinhOfExpm1", 0.5 * (Em1 + (Em1 / (Em1 + 1.0))), Math.Sinh),
        new("SinhOfAbs", Sign(X) * (0.5 * AbsEm1) * (1.0 + (1.0 / (AbsEm1 + 1.0))), Math.Sinh),
        new("Cosh", 0.5 * (Exp(X) + Exp(-X)), Math.Cosh),
        new("CoshOfHalf", (0.5 * Exp(Abs(X))) + (0.5 * Exp(-Abs(X))), Math.Cosh),
        new("Log2", Log(X) * (1 / Math.Log(2)), Math.Log2),
        new("Log10", Log(X) * (1 / Math.Log(10)), Math.Log10),
        new("Exp2OfExp", Exp(X * Math.Log(2)), x => Math.Pow(2, x)),
        new("Exp2OfPow", Pow(2.0, X), x => Math.Pow(2, x)),
        new("CbrtOfPow", Select(Comparison.Less, X, 0.0, -Root, Root), Math.Cbrt),
        new("Atanh", 0.5 * Log1p(2.0 * X / (1.0 - X)), Math.Atanh),
        new("Asinh", Sign(X) * Log1p(Abs(X) + (X * X / (1.0 + Sqrt(1.0 + (X * X))))), Math.Asinh),
        new("Erfc", 1.0 - Erf(X), x => ScalarEvaluator.Apply(UnaryOp.Erf, x) is var e ? 1 - e : 0),
    ];
}
