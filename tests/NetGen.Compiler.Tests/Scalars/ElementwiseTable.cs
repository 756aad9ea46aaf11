using NetGen.Compiler.Scalars;
using static NetGen.Compiler.Scalars.Scalar;

namespace NetGen.Compiler.Tests.Scalars;

/// <summary>
/// Sixty functions of one variable such as users write: activations, compositions, pieces, powers, nestings. Those with kinks have them at whole
/// numbers, away from the points; those that need a positive argument are named so and get |x|.
/// </summary>
internal static class ElementwiseTable
{
    private static readonly Dictionary<string, Expr> Entries = new()
    {
        // The activations, and what has been proposed beside them.
        ["ReLU"] = Activations.ReLU,
        ["LeakyReLU"] = Activations.LeakyReLU(0.01),
        ["ELU"] = Activations.ELU(0.7),
        ["SELU"] = Activations.SELU,
        ["GELU"] = Activations.GELU,
        ["ApproximateGELU"] = Activations.ApproximateGELU,
        ["SiLU"] = Activations.SiLU,
        ["Tanh"] = Activations.Tanh,
        ["Sigmoid"] = Activations.Sigmoid,
        ["Softplus"] = Activations.Softplus,
        ["HardSigmoid"] = Activations.HardSigmoid,
        ["HardSwish"] = Activations.HardSwish,
        ["Mish"] = Activations.Mish,
        ["Mish as written"] = X * Tanh(Log1p(Exp(X))),
        ["Softsign"] = X / (1.0 + Abs(X)),
        ["Tanhshrink"] = X - Tanh(X),
        ["LogSigmoid"] = -Log1p(Exp(-X)),
        ["Gaussian"] = Exp(-(X * X)),
        ["Snake"] = X + (Square(Sin(2.0 * X)) / 2.0),
        ["Swish with slope"] = X * Sigmoid(1.702 * X),
        ["CELU"] = Max(0.0, X) + Min(0.0, 1.3 * Expm1(X / 1.3)),
        ["Squareplus"] = 0.5 * (X + Sqrt((X * X) + 4.0)),
        ["ISRU"] = X / Sqrt(1.0 + (0.5 * X * X)),
        ["LeCun tanh"] = 1.7159 * Tanh(2.0 / 3.0 * X),

        // Pieces.
        ["Hardtanh"] = Max(-1.0, Min(1.0, X)),
        ["ReLU6"] = Min(Max(X, 0.0), 6.0),
        ["Hardshrink"] = Select(Comparison.Greater, Abs(X), 1.0, X, 0.0),
        ["Softshrink"] = Sign(X) * Max(Abs(X) - 1.0, 0.0),
        ["Huber"] = Select(Comparison.LessOrEqual, Abs(X), 1.0, 0.5 * X * X, Abs(X) - 0.5),
        ["Squared hinge"] = Square(Max(0.0, 1.0 - X)),
        ["Triangle"] = Abs(X - (2.0 * Floor((X + 1.0) / 2.0))),
        ["Three pieces"] = Select(Comparison.Less, X, -1.0, Exp(X), Select(Comparison.Less, X, 1.0, X * X * X, Log(X))),
        ["Largest of three"] = Max(X, Max(Square(X), 1.0 - X)),
        ["Not equal"] = Select(Comparison.NotEqual, X, 3.0, Sin(X), Cos(X)),
        ["Choice by the value"] = Select(Comparison.GreaterOrEqual, X * X, 4.0, Sqrt(X * X), 0.25 * X * X),

        // Powers.
        ["Cube"] = Pow(X, 3.0),
        ["Fifth power"] = Pow(X, 5.0),
        ["Inverse square"] = Pow(X, -2.0),
        ["Positive root"] = Pow(Abs(X), 1.0 / 3.0),
        ["Positive power"] = Pow(Abs(X), 2.7),
        ["Positive inverse root"] = Pow(Abs(X), -0.5),
        ["Power of two"] = Pow(2.0, X),
        ["Positive x to the x"] = Pow(Abs(X), X),
        ["Power with both"] = Pow(1.5 + Sin(X), 2.0 * Cos(X)),
        ["Tower"] = Pow(1.0 + (X * X), Tanh(X)),

        // Compositions of what there is.
        ["Tangent"] = Sin(X) / Cos(X),
        ["Hyperbolic sine"] = 0.5 * (Expm1(X) - Expm1(-X)),
        ["Hyperbolic cosine"] = 0.5 * (Exp(X) + Exp(-X)),
        ["Logarithm to base 2"] = Log(Abs(X)) / Math.Log(2),
        ["Area tangent"] = 0.5 * (Log1p(0.2 * X) - Log1p(-0.2 * X)),
        ["Arsinh"] = Log(X + Sqrt((X * X) + 1.0)),
        ["Normal density"] = Math.Sqrt(0.5 / Math.PI) * Exp(-0.5 * X * X),
        ["Normal distribution"] = 0.5 * (1.0 + Erf(Math.Sqrt(0.5) * X)),
        ["Rational"] = ((2.0 * X) - 1.0) / ((X * X) + X + 3.0),

        // Nestings.
        ["Sine of exponential"] = Sin(Exp(0.5 * X)),
        ["Wavelet"] = Cos(5.0 * X) * Exp(-0.5 * X * X),
        ["Tanh of tanh"] = Tanh(2.0 * Tanh(3.0 * Tanh(X))),
        ["Log of log"] = Log(1.0 + Log1p(X * X)),
        ["Quotient of gates"] = (X * Sigmoid(X)) / (1.0 + Square(Tanh(X))),
        ["Everything"] = Sqrt(1.0 + Square(Erf(X) * Sigmoid(X))) * Cos(Log1p(Abs(X))),
    };

    private static readonly double[] At = [-4.63, -2.71, -1.83, -1.27, -0.61, -0.23, 0.31, 0.57, 0.79, 1.37, 1.91, 2.45, 3.61, 4.77];

    public static TheoryData<string> Names => [.. Entries.Keys];

    public static Expr Function(string name) => Entries[name];

    public static IEnumerable<double> Points => At;
}
