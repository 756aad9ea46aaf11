using static NetGen.Compiler.Scalars.Build;

namespace NetGen.Compiler.Scalars;

/// <summary>
/// The symbolic derivative. Written in subtrees of the expression itself wherever that is possible (tanh' is
/// 1 - tanh^2, not 1 / cosh^2), so that value and derivative share work and <see cref="OutputForm"/> finds the value.
/// At kinks it is the derivative of the branch that is taken: 0 for ReLU at 0, as PyTorch.
/// </summary>
public static class Derivative
{
    private static readonly double TwoOverRootPi = 2 / Math.Sqrt(Math.PI);

    /// <summary>The simplified derivative of <paramref name="e"/> with respect to the variable with this number.</summary>
    public static Expr Of(Expr e, int variable)
    {
        var simple = Simplifier.Simplify(e);
        var done = new Dictionary<Expr, Expr>();
        foreach (var node in simple.Nodes())
        {
            done.Add(node, node switch
            {
                Variable v when v.Index == variable => One,
                Unary u when !IsZero(done[u.X]) => Mul(Slope(u), done[u.X]),
                Binary b => OfBinary(b, done[b.Left], done[b.Right]),
                Select s => Build.Select(s.Op, s.Left, s.Right, done[s.Then], done[s.Else]),
                _ => Zero,
            });
        }

        return done[simple];
    }

    // f'(x), in terms of f(x) where possible.
    private static Expr Slope(Unary f) => f.Op switch
    {
        UnaryOp.Neg => new Constant(-1),
        UnaryOp.Abs => Apply(UnaryOp.Sign, f.X),
        UnaryOp.Sqrt => Div(new Constant(0.5), f),
        UnaryOp.Exp => f,
        UnaryOp.Expm1 => Add(f, One),
        UnaryOp.Log => Div(One, f.X),
        UnaryOp.Log1p => Div(One, Add(f.X, One)),
        UnaryOp.Tanh => Sub(One, Mul(f, f)),
        UnaryOp.Sigmoid => Mul(f, Sub(One, f)),
        UnaryOp.Erf => Mul(new Constant(TwoOverRootPi), Apply(UnaryOp.Exp, Neg(Mul(f.X, f.X)))),
        UnaryOp.Sin => Apply(UnaryOp.Cos, f.X),
        UnaryOp.Cos => Neg(Apply(UnaryOp.Sin, f.X)),
        UnaryOp.Sign or UnaryOp.Floor => Zero,
        _ => throw new ArgumentException($"{f.Op} has no derivative rule; add it to Derivative.Slope", nameof(f)),
    };

    private static Expr OfBinary(Binary f, Expr left, Expr right) => f.Op switch
    {
        _ when IsZero(left) && IsZero(right) => Zero,
        BinaryOp.Add => Add(left, right),
        BinaryOp.Sub => Sub(left, right),
        BinaryOp.Mul => Add(Mul(left, f.Right), Mul(f.Left, right)),
        // (a / b)' = (a' - (a / b) b') / b: the quotient itself is reused.
        BinaryOp.Div => Div(Sub(left, Mul(f, right)), f.Right),
        BinaryOp.Max => Build.Select(Comparison.Greater, f.Left, f.Right, left, right),
        BinaryOp.Min => Build.Select(Comparison.Less, f.Left, f.Right, left, right),
        BinaryOp.Pow => Add(OfBase(f, left), OfExponent(f, right)),
        _ => throw new ArgumentException($"{f.Op} has no derivative rule; add it to Derivative.OfBinary", nameof(f)),
    };

    // b a^(b - 1) a'; not with a^b / a, which has no value for a = 0.
    private static Expr OfBase(Binary f, Expr left) =>
        IsZero(left) ? Zero : Mul(Mul(f.Right, Apply(BinaryOp.Pow, f.Left, Add(f.Right, new Constant(-1)))), left);

    // a^b log(a) b'; 0 for a = 0, where a^b is constant for all b > 0, as PyTorch.
    private static Expr OfExponent(Binary f, Expr right) =>
        IsZero(right) ? Zero : Mul(Build.Select(Comparison.Equal, f.Left, Zero, Zero, Mul(f, Apply(UnaryOp.Log, f.Left))), right);
}
