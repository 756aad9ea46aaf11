using NetGen.Compiler.Scalars;
using static NetGen.Compiler.Scalars.Scalar;

namespace NetGen.Accuracy;

/// <summary>A function that the vector mathematics lacks, written in those that it has.</summary>
internal sealed record Composition(string Name, Expr Expression, Func<double, double> Reference)
{
    // h = exp(|x| / 2) - 1 and sinh(|x| / 2) = (h + h / (h + 1)) / 2: no cancellation near 0, and no overflow before the result's
    // own. Beyond 60 (380 in double precision) the result is infinite anyway, and h / (h + 1) must not become infinity by infinity.
    private static readonly Expr H = Expm1(Min(60.0, 0.5 * Abs(X)));

    private static readonly Expr TwiceSinhOfHalf = H + (H / (H + 1.0));

    private static readonly Expr Root = Pow(Abs(X), 1.0 / 3);

    public static IReadOnlyList<Composition> All { get; } =
    [
        new("Tan", Sin(X) / Cos(X), Math.Tan),
        new("Sinh", Select(Comparison.Less, X, 0.0, -0.5, 0.5) * TwiceSinhOfHalf * ((H + 1.0) + (1.0 / (H + 1.0))), Math.Sinh),
        new("Cosh", 1.0 + (0.5 * TwiceSinhOfHalf * TwiceSinhOfHalf), Math.Cosh),
        new("Log2", Log(X) * (1 / Math.Log(2)), Math.Log2),
        new("Log10", Log(X) * (1 / Math.Log(10)), Math.Log10),
        new("Exp2", Pow(2.0, X), x => Math.Pow(2, x)),
        new("Exp2OfExp", Exp(X * Math.Log(2)), x => Math.Pow(2, x)),
        // A third is rounded, which powers multiply by their logarithm; a step of Newton's method repairs it.
        new("CbrtOfPow", Select(Comparison.Less, X, 0.0, -Root, Root), Math.Cbrt),
        new("CbrtOfNewton", Select(Comparison.Equal, X, 0.0, 0.0, Sign(X) * (Root - ((Root - (Abs(X) / (Root * Root))) / 3.0))), Math.Cbrt),
    ];
}
