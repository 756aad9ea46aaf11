using NetGen.Compiler.Scalars;

namespace NetGen.Generator.Reading.Functions;

/// <summary>Rounding, from the one kind that expressions have.</summary>
internal static class Rounding
{
    public static Expr Ceiling(Expr x) => -Scalar.Floor(-x);

    public static Expr Truncate(Expr x) => Scalar.Select(Comparison.Less, x, 0.0, Ceiling(x), Scalar.Floor(x));

    /// <summary>To the nearest, halves to the even neighbour, as <c>MathF.Round</c>.</summary>
    public static Expr ToEven(Expr x)
    {
        var below = Scalar.Floor(x);
        var rest = x - below;
        // An even number is twice a whole one.
        var half = Scalar.Select(Comparison.Equal, 2.0 * Scalar.Floor(0.5 * below), below, below, below + 1.0);
        return Scalar.Select(Comparison.Less, rest, 0.5, below, Scalar.Select(Comparison.Greater, rest, 0.5, below + 1.0, half));
    }
}
