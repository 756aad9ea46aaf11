namespace NetGen.Compiler.Emission.Simd;

/// <summary>
/// The functions in terms of basic vector operations. Errors are given in units in the last place (ulp) and were
/// measured on every target by benchmarks/NetGen.Accuracy, see docs/numerics.md; tests keep them.
/// </summary>
internal static partial class Approximations
{
    private static readonly V X = new("x");

    /// <summary>Writes the body of the method and says what it does.</summary>
    public static Definition Define(Function function, MathMethod m) => function switch
    {
        Function.Exp => Exp(m),
        Function.Expm1 => Expm1(m),
        Function.Log => Log(m),
        Function.Log1p => Log1p(m),
        Function.Tanh => Tanh(m),
        Function.Sigmoid => Sigmoid(m),
        Function.Erf => Erf(m),
        Function.Sin => Sin(m),
        Function.Cos => Cos(m),
        Function.Pow => Pow(m),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "has no definition; add it to Approximations"),
    };

    /// <param name="Comment">Formula, range and source, printed above the method.</param>
    /// <param name="Companion">A further method that this one calls; empty where there is none.</param>
    internal sealed record Definition(string Comment, string Companion = "");
}
