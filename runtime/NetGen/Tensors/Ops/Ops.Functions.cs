using NetGen.Runtime;

namespace NetGen;

/// <content>Functions of each value, each with its derivative, in the value of the function where that can be.</content>
public static partial class Ops
{
    /// <summary>Elementwise: <c>|x|</c>; its derivative at 0 is 0. <c>torch.abs</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor Abs(Tensor x) => Unary(x, Math.Abs, (x, _) => Sign(x));

    /// <summary>Elementwise: 1, 0 or -1. No gradient flows back. <c>torch.sign</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor Sign(Tensor x) => Unary(x, ScalarFunctions.Sign);

    /// <summary>Elementwise: the largest whole number not above. No gradient flows back. <c>torch.floor</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor Floor(Tensor x) => Unary(x, Math.Floor);

    /// <summary>Elementwise: the square root; not a number below 0. <c>torch.sqrt</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor Sqrt(Tensor x) => Unary(x, Math.Sqrt, (_, y) => 0.5 / y);

    /// <summary>Elementwise: <c>eˣ</c>. <c>torch.exp</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor Exp(Tensor x) => Unary(x, Math.Exp, (_, y) => y);

    /// <summary>Elementwise: <c>eˣ - 1</c>, exact near 0. <c>torch.expm1</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor Expm1(Tensor x) => Unary(x, ScalarFunctions.Expm1, (_, y) => y + 1);

    /// <summary>Elementwise: the natural logarithm; not a number below 0. <c>torch.log</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor Log(Tensor x) => Unary(x, Math.Log, (x, _) => 1 / x);

    /// <summary>Elementwise: <c>log(1 + x)</c>, exact near 0. <c>torch.log1p</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor Log1p(Tensor x) => Unary(x, ScalarFunctions.Log1p, (x, _) => 1 / (x + 1));

    /// <summary>Elementwise: the sine. <c>torch.sin</c>.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor Sin(Tensor x) => Unary(x, Math.Sin, (x, _) => Cos(x));

    /// <summary>Elementwise: the cosine. <c>torch.cos</c>.</summary>
    /// <param name="x">The angles in radians.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor Cos(Tensor x) => Unary(x, Math.Cos, (x, _) => -Sin(x));

    /// <summary>Elementwise: the error function, <c>2/√π ∫₀ˣ exp(-t²) dt</c>. <c>torch.erf</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor Erf(Tensor x) => Unary(x, ScalarFunctions.Erf, (x, _) => 2 / Math.Sqrt(Math.PI) * Exp(-Square(x)));

    /// <summary>Elementwise: the hyperbolic tangent. <c>torch.tanh</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor Tanh(Tensor x) => Unary(x, Math.Tanh, (_, y) => 1 - Square(y));

    /// <summary>Elementwise: <c>1 / (1 + e⁻ˣ)</c>. <c>torch.sigmoid</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The result, of the same shape.</returns>
    public static Tensor Sigmoid(Tensor x) => Unary(x, ScalarFunctions.Sigmoid, (_, y) => y * (1 - y));
}
