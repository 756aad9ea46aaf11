namespace NetGen.Compiler.Scalars;

/// <content>Products and quotients.</content>
internal static partial class Build
{
    public static Expr Mul(Expr a, Expr b)
    {
        if (b is Constant)
        {
            (a, b) = (b, a);
        }

        return (a, b) switch
        {
            (Constant c, _) => Scale(c, b),
            (Unary { Op: UnaryOp.Neg } n, _) => Neg(Mul(n.X, b)),
            (_, Unary { Op: UnaryOp.Neg } n) => Neg(Mul(a, n.X)),
            (Binary { Op: BinaryOp.Mul, Left: Constant c } m, _) => Scale(c, Mul(m.Right, b)),
            (_, Binary { Op: BinaryOp.Mul, Left: Constant c } m) => Scale(c, Mul(a, m.Right)),
            (Binary { Op: BinaryOp.Div, Left: Constant c } d, _) => Div(Scale(c, b), d.Right),
            (_, Binary { Op: BinaryOp.Div, Left: Constant c } d) => Div(Scale(c, a), d.Right),
            (Select s, _) when IsMask(s) => Select(s.Op, s.Left, s.Right, Mul(s.Then, b), Mul(s.Else, b)),
            (_, Select s) when IsMask(s) => Select(s.Op, s.Left, s.Right, Mul(a, s.Then), Mul(a, s.Else)),
            _ => ExprOrder.Compare(a, b) <= 0 ? new Binary(BinaryOp.Mul, a, b) : new Binary(BinaryOp.Mul, b, a),
        };
    }

    public static Expr Div(Expr a, Expr b)
    {
        switch (a, b)
        {
            case (Constant { Value: 0 }, not Constant):
                return Zero;
            case (_, Constant { Value: 1 }):
                return a;
            // By a power of two only: elsewhere 1/c is rounded, and x / c would change.
            case (_, Constant c) when IsPowerOfTwo(c.Value):
                return Mul(new Constant(1 / c.Value), a);
            case (Binary { Op: BinaryOp.Mul, Left: Constant k } m, Constant { Value: not 0 } c):
                return Scale(new Constant(k.Value / c.Value), m.Right);
            case (Binary { Op: BinaryOp.Div, Right: Constant k } d, Constant { Value: not 0 } c):
                return Div(d.Left, new Constant(k.Value * c.Value));
            case (Unary { Op: UnaryOp.Neg } n, Constant c):
                return Div(n.X, new Constant(-c.Value));
            case (Unary { Op: UnaryOp.Neg } n, _):
                return Neg(Div(n.X, b));
            case (_, Unary { Op: UnaryOp.Neg } n):
                return Neg(Div(a, n.X));
            case (Constant c, Binary { Op: BinaryOp.Mul, Left: Constant { Value: not 0 } k } m):
                return Div(new Constant(c.Value / k.Value), m.Right);
            default:
                return new Binary(BinaryOp.Div, a, b);
        }
    }

    /// <summary>c * x.</summary>
    private static Expr Scale(Constant c, Expr x)
    {
        switch (c.Value, x)
        {
            case (_, Constant d):
                return new Constant(c.Value * d.Value);
            case (0, _):
                return Zero;
            case (1, _):
                return x;
            case (-1, _):
                return Neg(x);
            case (_, Unary { Op: UnaryOp.Neg } n):
                return Scale(new Constant(-c.Value), n.X);
            case (_, Binary { Op: BinaryOp.Mul, Left: Constant d } m):
                return Scale(new Constant(c.Value * d.Value), m.Right);
            case (_, Binary { Op: BinaryOp.Div, Left: Constant d } q):
                return Div(new Constant(c.Value * d.Value), q.Right);
            case (_, Binary { Op: BinaryOp.Div, Right: Constant { Value: not 0 } d } q):
                return Scale(new Constant(c.Value / d.Value), q.Left);
            case (_, Binary { Op: BinaryOp.Add, Right: Constant m } s) when Distributes(c, s.Left):
                return Add(Scale(c, s.Left), new Constant(c.Value * m.Value));
            case (_, Binary { Op: BinaryOp.Sub, Left: Constant m } s) when Distributes(c, s.Right):
                return Sub(new Constant(c.Value * m.Value), Scale(c, s.Right));
            case (_, Select { Then: Constant t, Else: Constant e } s):
                return Select(s.Op, s.Left, s.Right, new Constant(c.Value * t.Value), new Constant(c.Value * e.Value));
            default:
                return new Binary(BinaryOp.Mul, c, x);
        }
    }

    // c * (u + m) becomes c * u + c * m, one fused operation, where that costs no accuracy: c is a power of two, or it
    // cancels against a factor of u. Elsewhere c * m is rounded, which near u = -m would be all that is left.
    private static bool Distributes(Constant c, Expr u) =>
        IsPowerOfTwo(c.Value) || (Split(u).Coefficient is not 1 and var k && c.Value * k == 1) ||
        (u is Binary { Op: BinaryOp.Div, Right: Constant d } && d.Value.Equals(c.Value));

    /// <summary>Both branches are 0, 1 or -1: a product with it needs no multiplication.</summary>
    private static bool IsMask(Select s) => s.Then is Constant { Value: 0 or 1 or -1 } && s.Else is Constant { Value: 0 or 1 or -1 };
}
