namespace NetGen;

/// <content>Comparisons and choices.</content>
public static partial class Ops
{
    /// <summary>Elementwise, broadcast: 1 where the values are equal, else 0. No gradient flows back. <c>torch.eq</c>.</summary>
    /// <param name="x">The first operand.</param>
    /// <param name="y">The second operand.</param>
    /// <returns>Ones and zeros, of the broadcast shape.</returns>
    public static Tensor Equal(Tensor x, Tensor y) => Compare(x, y, (a, b) => a == b);

    /// <summary>Elementwise, broadcast: 1 where the values differ, else 0. No gradient flows back. <c>torch.ne</c>.</summary>
    /// <param name="x">The first operand.</param>
    /// <param name="y">The second operand.</param>
    /// <returns>Ones and zeros, of the broadcast shape.</returns>
    public static Tensor NotEqual(Tensor x, Tensor y) => Compare(x, y, (a, b) => a != b);

    /// <summary>Elementwise, broadcast: <c>x</c> where the condition is not 0, else <c>y</c>. No gradient flows to the condition. <c>torch.where</c>.</summary>
    /// <param name="condition">The condition: 0 is false, everything else is true.</param>
    /// <param name="x">What is taken where it is true.</param>
    /// <param name="y">What is taken where it is false.</param>
    /// <returns>The values taken, of the broadcast shape.</returns>
    public static Tensor Where(Tensor condition, Tensor x, Tensor y) => Elementwise(
        [condition, x, y],
        values => values[0] != 0 ? values[1] : values[2],
        null,
        (g, _) => Where(condition, g, 0),
        (g, _) => Where(condition, 0, g));

    /// <summary>
    /// Elementwise, broadcast: <c>x &gt; y ? x : y</c>. The derivative is that of the branch taken, at ties that of <paramref name="y"/>. Compare <c>torch.maximum</c>, which
    /// halves it at ties.
    /// </summary>
    /// <param name="x">The first operand.</param>
    /// <param name="y">The second operand.</param>
    /// <returns>The larger values, of the broadcast shape.</returns>
    public static Tensor Maximum(Tensor x, Tensor y) =>
        Binary(x, y, (a, b) => a > b ? a : b, (g, _) => Where(x > y, g, 0), (g, _) => Where(x > y, 0, g));

    /// <summary>
    /// Elementwise, broadcast: <c>x &lt; y ? x : y</c>. The derivative is that of the branch taken, at ties that of <paramref name="y"/>. Compare <c>torch.minimum</c>, which
    /// halves it at ties.
    /// </summary>
    /// <param name="x">The first operand.</param>
    /// <param name="y">The second operand.</param>
    /// <returns>The smaller values, of the broadcast shape.</returns>
    public static Tensor Minimum(Tensor x, Tensor y) =>
        Binary(x, y, (a, b) => a < b ? a : b, (g, _) => Where(x < y, g, 0), (g, _) => Where(x < y, 0, g));

    internal static Tensor Greater(Tensor x, Tensor y) => Compare(x, y, (a, b) => a > b);

    internal static Tensor GreaterOrEqual(Tensor x, Tensor y) => Compare(x, y, (a, b) => a >= b);

    internal static Tensor Less(Tensor x, Tensor y) => Compare(x, y, (a, b) => a < b);

    internal static Tensor LessOrEqual(Tensor x, Tensor y) => Compare(x, y, (a, b) => a <= b);

    private static Tensor Compare(Tensor x, Tensor y, Func<double, double, bool> holds) => Binary(x, y, (a, b) => holds(a, b) ? 1 : 0);
}
