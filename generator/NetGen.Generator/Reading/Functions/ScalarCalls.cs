using NetGen.Compiler.Scalars;

namespace NetGen.Generator.Reading.Functions;

/// <summary>Functions of <c>MathF</c>, <c>Math</c>, <c>float</c> and <c>double</c> as expressions.</summary>
internal static class ScalarCalls
{
    private static readonly double Ln2 = Math.Log(2);
    private static readonly double Ln10 = Math.Log(10);

    /// <summary>Null for a function that cannot be said.</summary>
    public static Expr? Of(string name, Expr[] x) => x.Length switch
    {
        1 => Of(name, x[0]),
        2 => Of(name, x[0], x[1]),
        3 => Of(name, x[0], x[1], x[2]),
        _ => null,
    };

    /// <summary>Whether the function jumps somewhere.</summary>
    public static bool Jumps(string name) => name is "Floor" or "Ceiling" or "Round" or "Truncate" or "Sign";

    public static string Supported =>
        "Exp, Log, Log2, Log10, Pow, Sqrt, Cbrt, Tanh, Sinh, Cosh, Sin, Cos, Tan, Abs, Min, Max, Clamp, Sign, Floor, Ceiling, Round, Truncate, FusedMultiplyAdd";

    private static Expr? Of(string name, Expr x) => name switch
    {
        "Exp" => Scalar.Exp(x),
        "ExpM1" => Scalar.Expm1(x),
        "Exp2" => Scalar.Exp(Ln2 * x),
        "Exp10" => Scalar.Exp(Ln10 * x),
        "Log" => Scalar.Log(x),
        "LogP1" => Scalar.Log1p(x),
        "Log2" => Scalar.Log(x) / Ln2,
        "Log10" => Scalar.Log(x) / Ln10,
        "Sqrt" => Scalar.Sqrt(x),
        "Cbrt" => Scalar.Select(Comparison.Less, x, 0.0, -Scalar.Pow(-x, 1.0 / 3), Scalar.Pow(x, 1.0 / 3)),
        "Abs" => Scalar.Abs(x),
        "Sin" => Scalar.Sin(x),
        "Cos" => Scalar.Cos(x),
        "Tan" => Scalar.Sin(x) / Scalar.Cos(x),
        // Without cancellation near 0.
        "Sinh" => 0.5 * (Scalar.Expm1(x) - Scalar.Expm1(-x)),
        "Cosh" => 0.5 * (Scalar.Exp(x) + Scalar.Exp(-x)),
        "Tanh" => Scalar.Tanh(x),
        "Sign" => Scalar.Sign(x),
        "Floor" => Scalar.Floor(x),
        "Ceiling" => Rounding.Ceiling(x),
        "Truncate" => Rounding.Truncate(x),
        "Round" => Rounding.ToEven(x),
        "ReciprocalEstimate" => 1.0 / x,
        "ReciprocalSqrtEstimate" => 1.0 / Scalar.Sqrt(x),
        _ => null,
    };

    private static Expr? Of(string name, Expr x, Expr y) => name switch
    {
        "Pow" => Scalar.Pow(x, y),
        "Max" => Scalar.Max(x, y),
        "Min" => Scalar.Min(x, y),
        "Log" => Scalar.Log(x) / Scalar.Log(y),
        _ => null,
    };

    private static Expr? Of(string name, Expr x, Expr y, Expr z) => name switch
    {
        "Clamp" => Scalar.Select(Comparison.Less, x, y, y, Scalar.Select(Comparison.Greater, x, z, z, x)),
        "FusedMultiplyAdd" or "MultiplyAddEstimate" => (x * y) + z,
        _ => null,
    };
}
