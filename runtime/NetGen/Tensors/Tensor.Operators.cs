namespace NetGen;

public sealed partial class Tensor
{
    /// <summary>Elementwise, broadcast: <c>x + y</c>.</summary>
    /// <param name="x">The first operand.</param>
    /// <param name="y">The second operand.</param>
    public static Tensor operator +(Tensor x, Tensor y) => Ops.Add(x, y);

    /// <summary>Elementwise, broadcast: <c>x - y</c>.</summary>
    /// <param name="x">The first operand.</param>
    /// <param name="y">The second operand.</param>
    public static Tensor operator -(Tensor x, Tensor y) => Ops.Subtract(x, y);

    /// <summary>Elementwise, broadcast: <c>x y</c>. For the product of matrices see <see cref="Ops.MatMul"/>.</summary>
    /// <param name="x">The first operand.</param>
    /// <param name="y">The second operand.</param>
    public static Tensor operator *(Tensor x, Tensor y) => Ops.Multiply(x, y);

    /// <summary>Elementwise, broadcast: <c>x / y</c>.</summary>
    /// <param name="x">The first operand.</param>
    /// <param name="y">The second operand.</param>
    public static Tensor operator /(Tensor x, Tensor y) => Ops.Divide(x, y);

    /// <summary>Elementwise: <c>-x</c>.</summary>
    /// <param name="x">The operand.</param>
    public static Tensor operator -(Tensor x) => Ops.Negate(x);

    /// <summary>Elementwise, broadcast: 1 where <c>x &gt; y</c>, else 0. No gradient flows back.</summary>
    /// <param name="x">The first operand.</param>
    /// <param name="y">The second operand.</param>
    public static Tensor operator >(Tensor x, Tensor y) => Ops.Greater(x, y);

    /// <summary>Elementwise, broadcast: 1 where <c>x ≥ y</c>, else 0. No gradient flows back.</summary>
    /// <param name="x">The first operand.</param>
    /// <param name="y">The second operand.</param>
    public static Tensor operator >=(Tensor x, Tensor y) => Ops.GreaterOrEqual(x, y);

    /// <summary>Elementwise, broadcast: 1 where <c>x &lt; y</c>, else 0. No gradient flows back.</summary>
    /// <param name="x">The first operand.</param>
    /// <param name="y">The second operand.</param>
    public static Tensor operator <(Tensor x, Tensor y) => Ops.Less(x, y);

    /// <summary>Elementwise, broadcast: 1 where <c>x ≤ y</c>, else 0. No gradient flows back.</summary>
    /// <param name="x">The first operand.</param>
    /// <param name="y">The second operand.</param>
    public static Tensor operator <=(Tensor x, Tensor y) => Ops.LessOrEqual(x, y);
}
