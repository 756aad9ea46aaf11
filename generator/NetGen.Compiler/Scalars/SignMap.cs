namespace NetGen.Compiler.Scalars;

/// <summary>
/// Which signs a function of one variable can have where the variable is negative, zero or positive. Values that
/// underflow to zero count with the sign they have in real arithmetic.
/// </summary>
internal sealed class SignMap(Expr function, int variable)
{
    private readonly Signs _negative = Of(function, variable, Signs.Negative);
    private readonly Signs _zero = Of(function, variable, Signs.Zero);
    private readonly Signs _positive = Of(function, variable, Signs.Positive);

    [Flags]
    private enum Signs
    {
        None = 0,
        Negative = 1,
        Zero = 2,
        Positive = 4,
        Any = 7,
    }

    /// <summary>Whether <c>f(x) op 0</c> holds exactly where <c>x op 0</c> does.</summary>
    public bool Preserves(Comparison op) => Agrees(_negative, Signs.Negative, op) && Agrees(_zero, Signs.Zero, op) && Agrees(_positive, Signs.Positive, op);

    private static bool Agrees(Signs value, Signs argument, Comparison op)
    {
        var holds = Where(op);
        return (argument & holds) != 0 ? (value & ~holds) == 0 : (value & holds) == 0;
    }

    // The signs for which a comparison with zero holds.
    private static Signs Where(Comparison op) => op switch
    {
        Comparison.Greater => Signs.Positive,
        Comparison.GreaterOrEqual => Signs.Positive | Signs.Zero,
        Comparison.Less => Signs.Negative,
        Comparison.LessOrEqual => Signs.Negative | Signs.Zero,
        Comparison.Equal => Signs.Zero,
        _ => Signs.Negative | Signs.Positive,
    };

    private static Signs Of(Expr e, int variable, Signs argument)
    {
        return Go(e);

        Signs Go(Expr node) => node switch
        {
            Constant c => c.Value > 0 ? Signs.Positive : c.Value < 0 ? Signs.Negative : c.Value == 0 ? Signs.Zero : Signs.Any,
            Variable v => v.Index == variable ? argument : Signs.Any,
            Unary u => OfUnary(u.Op, Go(u.X)),
            Binary { Op: BinaryOp.Add } b => Plus(Go(b.Left), Go(b.Right)),
            Binary { Op: BinaryOp.Sub } b => Plus(Go(b.Left), Flip(Go(b.Right))),
            Binary { Op: BinaryOp.Mul } b => Times(Go(b.Left), Go(b.Right)),
            Binary { Op: BinaryOp.Div } b => (Go(b.Right) & Signs.Zero) != 0 ? Signs.Any : Times(Go(b.Left), Go(b.Right)),
            Select s when s.Right is Constant { Value: 0 } && Go(s.Left) is var left =>
                ((left & Where(s.Op)) != 0 ? Go(s.Then) : Signs.None) | ((left & ~Where(s.Op)) != 0 ? Go(s.Else) : Signs.None),
            Select s => Go(s.Then) | Go(s.Else),
            _ => Signs.Any,
        };
    }

    private static Signs OfUnary(UnaryOp op, Signs x) => op switch
    {
        UnaryOp.Neg => Flip(x),
        UnaryOp.Abs => (x & Signs.Zero) | ((x & ~Signs.Zero) != 0 ? Signs.Positive : Signs.None),
        UnaryOp.Exp or UnaryOp.Sigmoid => Signs.Positive,
        // Odd and increasing, or increasing through 0.
        UnaryOp.Expm1 or UnaryOp.Tanh or UnaryOp.Erf or UnaryOp.Sign or UnaryOp.Log1p or UnaryOp.Sqrt => x,
        _ => Signs.Any,
    };

    private static Signs Flip(Signs x) =>
        (x & Signs.Zero) | ((x & Signs.Negative) != 0 ? Signs.Positive : 0) | ((x & Signs.Positive) != 0 ? Signs.Negative : 0);

    private static Signs Plus(Signs a, Signs b) =>
        a == Signs.Zero ? b : b == Signs.Zero ? a : ((a | b) & Signs.Negative) != 0 && ((a | b) & Signs.Positive) != 0 ? Signs.Any
        : (a & b & Signs.Zero) != 0 ? a | b : (a | b) & ~Signs.Zero;

    private static Signs Times(Signs a, Signs b)
    {
        var result = (a | b) & Signs.Zero;
        result |= (a & Signs.Positive) != 0 ? b & ~Signs.Zero : 0;
        result |= (a & Signs.Negative) != 0 ? Flip(b) & ~Signs.Zero : 0;
        return result;
    }
}
