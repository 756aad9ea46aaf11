using static NetGen.Compiler.Scalars.Scalar;

namespace NetGen.Compiler.Scalars;

/// <summary>The activations as expressions of their input x0, with PyTorch's formulas and constants.</summary>
public static class Activations
{
    // Klambauer et al. 2017, the fixed point (0, 1); the digits that PyTorch uses.
    private const double SeluScale = 1.0507009873554804934193349852946;
    private const double SeluAlpha = 1.6732632423543772848170429916717;

    // torch.nn.Softplus(beta=1, threshold=20): beyond, log(1 + exp(x)) is x.
    private const double SoftplusThreshold = 20;

    /// <summary>torch.nn.ReLU: x where x &gt; 0, else 0.</summary>
    public static Expr ReLU { get; } = Relu(X);

    /// <summary>torch.nn.SELU: scale * (x where x &gt; 0, else alpha * (exp(x) - 1)).</summary>
    public static Expr SELU { get; } = IfPositive(X, SeluScale * X, SeluScale * SeluAlpha * Expm1(X));

    /// <summary>torch.nn.GELU(): x * Phi(x), Phi being the distribution function of the standard normal.</summary>
    public static Expr GELU { get; } = 0.5 * X * (1.0 + Erf(Math.Sqrt(0.5) * X));

    /// <summary>
    /// torch.nn.GELU(approximate='tanh'): 0.5 x (1 + tanh(u)), u = sqrt(2/pi) (x + 0.044715 x^3), as x * sigmoid(2u):
    /// the same function, cheaper and without cancellation for negative x.
    /// </summary>
    public static Expr ApproximateGELU { get; } =
        X * Scalar.Sigmoid(2 * Math.Sqrt(2 / Math.PI) * (X + (0.044715 * X * X * X)));

    /// <summary>torch.nn.SiLU: x * sigmoid(x).</summary>
    public static Expr SiLU { get; } = X * Scalar.Sigmoid(X);

    public static Expr Tanh { get; } = Scalar.Tanh(X);

    public static Expr Sigmoid { get; } = Scalar.Sigmoid(X);

    /// <summary>torch.nn.Softplus(): log(1 + exp(x)), x itself above 20.</summary>
    public static Expr Softplus { get; } = Select(Comparison.Greater, X, SoftplusThreshold, X, Log1p(Exp(X)));

    /// <summary>torch.nn.Hardsigmoid: relu6(x + 3) / 6, written by its three pieces.</summary>
    public static Expr HardSigmoid { get; } =
        Select(Comparison.LessOrEqual, X, -3.0, 0.0, Select(Comparison.GreaterOrEqual, X, 3.0, 1.0, (X * (1.0 / 6)) + 0.5));

    /// <summary>torch.nn.Hardswish: x * relu6(x + 3) / 6, written by its three pieces.</summary>
    public static Expr HardSwish { get; } =
        Select(Comparison.LessOrEqual, X, -3.0, 0.0, Select(Comparison.GreaterOrEqual, X, 3.0, X, X * ((X * (1.0 / 6)) + 0.5)));

    /// <summary>torch.nn.Mish: x * tanh(softplus(x)).</summary>
    public static Expr Mish { get; } = MishOf(X);

    /// <summary>torch.nn.PReLU: x where x &gt; 0, else x1 * x.</summary>
    public static Expr PReLU { get; } = IfPositive(X, X, Variable(1) * X);

    /// <summary>torch.nn.LeakyReLU: x where x &gt; 0, else slope * x.</summary>
    public static Expr LeakyReLU(double slope) => IfPositive(X, X, slope * X);

    /// <summary>torch.nn.ELU: x where x &gt; 0, else alpha * (exp(x) - 1).</summary>
    public static Expr ELU(double alpha) => IfPositive(X, X, alpha * Expm1(X));

    // tanh(log(1 + e)) = ((1 + e)^2 - 1) / ((1 + e)^2 + 1) = n / (n + 2) with n = e (e + 2), e = exp(x): one exponential
    // and one division instead of three transcendental functions. Above 20 the factor is 1 in double precision.
    private static Expr MishOf(Expr x)
    {
        var e = Exp(x);
        var n = e * (e + 2.0);
        return Select(Comparison.Greater, x, SoftplusThreshold, x, x * (n / (n + 2.0)));
    }
}
