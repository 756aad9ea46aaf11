using NetGen.Compiler.Emission.Simd;

namespace NetGen.Accuracy;

/// <summary>
/// The functions in double-double arithmetic, to about 2^-90 relative: what computed doubles are compared with. Chosen for plainness, not for
/// speed; checked against values of mpmath (functions.csv of the compiler's tests).
/// </summary>
internal static partial class ExactFunctions
{
    public static Exact Apply(Function function, double x, double y = 0) => function switch
    {
        Function.Exp => Exp(x),
        Function.Expm1 => Expm1(x),
        Function.Log => Log(x),
        Function.Log1p => Log1p(x),
        Function.Tanh => Tanh(x),
        Function.Sigmoid => Sigmoid(x),
        Function.Erf => Erf(x),
        Function.Sin => Sin(x),
        Function.Cos => Cos(x),
        Function.Pow => Pow(x, y),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "has no exact counterpart"),
    };
}
