namespace NetGen.Compiler.Scalars;

/// <content>Sums, differences and signs.</content>
internal static partial class Build
{
    public static Expr Neg(Expr x) => x switch
    {
        Constant c => new Constant(-c.Value),
        Unary { Op: UnaryOp.Neg } u => u.X,
        Binary { Op: BinaryOp.Sub } b => Apply(BinaryOp.Sub, b.Right, b.Left),
        Binary { Op: BinaryOp.Add, Right: Constant c } b => Apply(BinaryOp.Sub, new Constant(-c.Value), b.Left),
        Binary { Op: BinaryOp.Mul or BinaryOp.Div, Left: Constant c } b => Apply(b.Op, new Constant(-c.Value), b.Right),
        _ => new Unary(UnaryOp.Neg, x),
    };

    public static Expr Add(Expr a, Expr b)
    {
        if (a is Constant)
        {
            (a, b) = (b, a);
        }

        switch (a, b)
        {
            case (Constant x, Constant y):
                return new Constant(x.Value + y.Value);
            case (_, Constant { Value: 0 }):
                return a;
            case (Binary { Op: BinaryOp.Add, Right: Constant d } s, Constant c):
                return Add(s.Left, new Constant(d.Value + c.Value));
            case (Binary { Op: BinaryOp.Sub, Left: Constant d } s, Constant c):
                return Sub(new Constant(d.Value + c.Value), s.Right);
            case (_, Constant):
                return new Binary(BinaryOp.Add, a, b);
        }

        var (left, right) = (Split(a), Split(b));
        if (left.Term.Equals(right.Term))
        {
            return Mul(new Constant(left.Coefficient + right.Coefficient), left.Term);
        }

        // (k u + c) + m u = (k + m) u + c
        if (WithoutConstant(a) is var (u, c1) && Split(u).Term.Equals(right.Term))
        {
            return Add(Add(u, b), c1);
        }

        if (WithoutConstant(b) is var (v, c2) && Split(v).Term.Equals(left.Term))
        {
            return Add(Add(v, a), c2);
        }

        if (right.Coefficient < 0)
        {
            return Sub(a, Neg(b));
        }

        if (left.Coefficient < 0)
        {
            return Sub(b, Neg(a));
        }

        return ExprOrder.Compare(a, b) <= 0 ? new Binary(BinaryOp.Add, a, b) : new Binary(BinaryOp.Add, b, a);
    }

    public static Expr Sub(Expr a, Expr b)
    {
        if (b is Constant right)
        {
            return Add(a, new Constant(-right.Value));
        }

        var term = Split(b);
        if (term.Coefficient < 0)
        {
            return Add(a, Neg(b));
        }

        switch (a, b)
        {
            case (Constant { Value: 0 }, _):
                return Neg(b);
            case (Constant c, Binary { Op: BinaryOp.Add, Right: Constant d } s):
                return Sub(new Constant(c.Value - d.Value), s.Left);
            case (Constant c, Binary { Op: BinaryOp.Sub, Left: Constant d } s):
                return Add(s.Right, new Constant(c.Value - d.Value));
            case (Unary { Op: UnaryOp.Neg } n, _):
                return Neg(Add(n.X, b));
        }

        var first = Split(a);
        return first.Term.Equals(term.Term)
            ? Mul(new Constant(first.Coefficient - term.Coefficient), term.Term)
            : new Binary(BinaryOp.Sub, a, b);
    }

    private static (Expr Sum, Constant Constant)? WithoutConstant(Expr e) =>
        e is Binary { Op: BinaryOp.Add, Right: Constant c } b ? (b.Left, c) : null;
}
