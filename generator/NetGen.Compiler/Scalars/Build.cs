namespace NetGen.Compiler.Scalars;

/// <summary>
/// Builds nodes in simplest form from operands that are already in simplest form. One file per family of rules; each
/// rule makes the expression smaller or moves constants outwards and to the front of products or the end of sums.
/// </summary>
internal static partial class Build
{
    public static readonly Constant Zero = new(0);
    public static readonly Constant One = new(1);

    public static Expr Apply(UnaryOp op, Expr x)
    {
        if (x is Constant c && ScalarEvaluator.Apply(op, c.Value) is var value && IsFinite(value))
        {
            return new Constant(value);
        }

        return (op, x) switch
        {
            (UnaryOp.Neg, _) => Neg(x),
            // Even and odd functions shed the sign of their argument, which then meets other signs.
            (UnaryOp.Abs or UnaryOp.Cos, Unary { Op: UnaryOp.Neg } u) => Apply(op, u.X),
            (UnaryOp.Abs, Unary { Op: UnaryOp.Abs or UnaryOp.Exp or UnaryOp.Sigmoid or UnaryOp.Sqrt }) => x,
            (UnaryOp.Tanh or UnaryOp.Erf or UnaryOp.Sin or UnaryOp.Sign, Unary { Op: UnaryOp.Neg } u) => Neg(Apply(op, u.X)),
            (UnaryOp.Floor, Unary { Op: UnaryOp.Floor }) => x,
            _ => new Unary(op, x),
        };
    }

    public static Expr Apply(BinaryOp op, Expr left, Expr right)
    {
        if (left is Constant l && right is Constant r && ScalarEvaluator.Apply(op, l.Value, r.Value) is var value && IsFinite(value))
        {
            return new Constant(value);
        }

        return op switch
        {
            BinaryOp.Add => Add(left, right),
            BinaryOp.Sub => Sub(left, right),
            BinaryOp.Mul => Mul(left, right),
            BinaryOp.Div => Div(left, right),
            BinaryOp.Pow => Pow(left, right),
            // Operands stay in their order: where one is NaN, the order decides.
            _ => left.Equals(right) ? left : new Binary(op, left, right),
        };
    }

    private static Expr Pow(Expr x, Expr exponent)
    {
        if (exponent is not Constant c)
        {
            return new Binary(BinaryOp.Pow, x, exponent);
        }

        return c.Value switch
        {
            0 => One,
            1 => x,
            2 => Mul(x, x),
            3 => Mul(x, Mul(x, x)),
            4 => Mul(Mul(x, x), Mul(x, x)),
            0.5 => Apply(UnaryOp.Sqrt, x),
            -0.5 => Div(One, Apply(UnaryOp.Sqrt, x)),
            -1 => Div(One, x),
            -2 => Div(One, Mul(x, x)),
            _ => new Binary(BinaryOp.Pow, x, exponent),
        };
    }

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    public static bool IsZero(Expr e) => e is Constant { Value: 0 };

    /// <summary>Scaling by a power of two is exact, as long as neither it nor its inverse leaves the range of float.</summary>
    private static bool IsPowerOfTwo(double value) =>
        value != 0 && (BitConverter.DoubleToInt64Bits(value) & 0xFFFFFFFFFFFFF) == 0 && Math.Abs(value) is > 1e-30 and < 1e30;

    /// <summary>Splits c * r into c and r; a term without a constant factor has 1.</summary>
    private static (double Coefficient, Expr Term) Split(Expr e) => e switch
    {
        Binary { Op: BinaryOp.Mul, Left: Constant c } m => (c.Value, m.Right),
        Unary { Op: UnaryOp.Neg } n => (-1, n.X),
        _ => (1, e),
    };
}
