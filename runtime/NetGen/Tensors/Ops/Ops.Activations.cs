namespace NetGen;

/// <content>The activations, with PyTorch's formulas and defaults. At kinks the derivative is that of the branch taken.</content>
public static partial class Ops
{
    // Klambauer et al. 2017, the fixed point (0, 1); the digits that PyTorch uses.
    private const double SeluScale = 1.0507009873554804934193349852946;
    private const double SeluAlpha = 1.6732632423543772848170429916717;

    // torch.nn.Softplus(beta=1, threshold=20).
    private const double SoftplusThreshold = 20;

    /// <summary><c>x</c> where <c>x &gt; 0</c>, else 0. <c>torch.relu</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor ReLU(Tensor x) => Where(x > 0, x, 0);

    /// <summary><c>x</c> where <c>x &gt; 0</c>, else <c>slope x</c>. <c>torch.nn.functional.leaky_relu</c>.</summary>
    /// <param name="x">The values.</param>
    /// <param name="slope">The factor of negative values (default: 0.01).</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor LeakyReLU(Tensor x, double slope = 0.01) => Where(x > 0, x, slope * x);

    /// <summary><c>x</c> where <c>x &gt; 0</c>, else <c>slope x</c> with a slope that is trained. He, Zhang, Ren, Sun 2015; <c>torch.nn.functional.prelu</c>.</summary>
    /// <param name="x">The values.</param>
    /// <param name="slope">The factor of negative values, broadcast.</param>
    /// <returns>The result, of the broadcast shape.</returns>
    public static Tensor PReLU(Tensor x, Tensor slope) => Where(x > 0, x, slope * x);

    /// <summary><c>x</c> where <c>x &gt; 0</c>, else <c>α (eˣ - 1)</c>. Clevert et al. 2015; <c>torch.nn.functional.elu</c>.</summary>
    /// <param name="x">The values.</param>
    /// <param name="alpha">α (default: 1).</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor ELU(Tensor x, double alpha = 1) => Where(x > 0, x, alpha * Expm1(x));

    /// <summary><c>λ x</c> where <c>x &gt; 0</c>, else <c>λ α (eˣ - 1)</c>. Klambauer et al. 2017; <c>torch.selu</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor SELU(Tensor x) => Where(x > 0, SeluScale * x, SeluScale * SeluAlpha * Expm1(x));

    /// <summary><c>x Φ(x)</c>, Φ being the distribution function of the standard normal. Hendrycks, Gimpel 2016; <c>torch.nn.functional.gelu</c>.</summary>
    /// <param name="x">The values.</param>
    /// <param name="approximate">True for <c>½ x (1 + tanh(√(2/π) (x + 0.044715 x³)))</c>, PyTorch's <c>approximate='tanh'</c>.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor GELU(Tensor x, bool approximate = false) => approximate
        ? 0.5 * x * (1 + Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))))
        : 0.5 * x * (1 + Erf(Math.Sqrt(0.5) * x));

    /// <summary><c>x σ(x)</c>. <c>torch.nn.functional.silu</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor SiLU(Tensor x) => x * Sigmoid(x);

    /// <summary><c>log(1 + eˣ)</c>, above 20 <c>x</c> itself. <c>torch.nn.functional.softplus</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor Softplus(Tensor x) => Where(x > SoftplusThreshold, x, Log1p(Exp(x)));

    /// <summary><c>x / 6 + ½</c>, not below 0 and not above 1. <c>torch.nn.functional.hardsigmoid</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor HardSigmoid(Tensor x) => Where(x <= -3, 0, Where(x >= 3, 1, (x / 6) + 0.5));

    /// <summary><c>x</c> times its <see cref="HardSigmoid"/>, by pieces. Howard et al. 2019; <c>torch.nn.functional.hardswish</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor HardSwish(Tensor x) => Where(x <= -3, 0, Where(x >= 3, x, x * ((x / 6) + 0.5)));

    /// <summary><c>x tanh(softplus(x))</c>. Misra 2019; <c>torch.nn.functional.mish</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor Mish(Tensor x) => x * Tanh(Softplus(x));
}
