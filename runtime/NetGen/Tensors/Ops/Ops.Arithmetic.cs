namespace NetGen;

/// <content>What the operators do, and powers.</content>
public static partial class Ops
{
    /// <summary>Elementwise, broadcast: <c>xʸ</c>. <c>torch.pow</c>.</summary>
    /// <param name="x">The base; negative ones have powers with whole exponents only.</param>
    /// <param name="y">The exponent.</param>
    /// <returns>The powers, of the broadcast shape.</returns>
    public static Tensor Pow(Tensor x, Tensor y) => Binary(
        x,
        y,
        Math.Pow,
        (g, _) => Scale(g, Where(Equal(y, 0), 0, y * Pow(x, y - 1))),
        (g, power) => Scale(g, Where(Equal(x, 0) * (y >= 0), 0, power * Log(x))));

    /// <summary>Elementwise: <c>x²</c>. <c>torch.square</c>.</summary>
    /// <param name="x">The values.</param>
    /// <returns>The squares, of the same shape.</returns>
    public static Tensor Square(Tensor x) => Unary(x, value => value * value, (x, _) => 2 * x);

    internal static Tensor Add(Tensor x, Tensor y) => Binary(x, y, (a, b) => a + b, (g, _) => g, (g, _) => g);

    internal static Tensor Subtract(Tensor x, Tensor y) => Binary(x, y, (a, b) => a - b, (g, _) => g, (g, _) => -g);

    internal static Tensor Multiply(Tensor x, Tensor y) => Binary(x, y, (a, b) => a * b, (g, _) => Scale(g, y), (g, _) => Scale(g, x));

    internal static Tensor Divide(Tensor x, Tensor y) =>
        Binary(x, y, (a, b) => a / b, (g, _) => Scale(g, 1 / y), (g, quotient) => Scale(g, -quotient / y));

    internal static Tensor Negate(Tensor x) => Unary(x, value => -value, (_, _) => -1);
}
