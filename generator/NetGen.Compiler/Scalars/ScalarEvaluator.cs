namespace NetGen.Compiler.Scalars;

/// <summary>Computes expressions in double precision, node by node: the reference for everything that is emitted.</summary>
public static class ScalarEvaluator
{
    /// <param name="expr">What to compute.</param>
    /// <param name="arguments">The value of each variable, by its number.</param>
    public static double Evaluate(Expr expr, params double[] arguments)
    {
        var done = new Dictionary<Expr, double>();
        foreach (var node in expr.Nodes())
        {
            done.Add(node, node switch
            {
                Constant c => c.Value,
                Variable v => arguments[v.Index],
                Unary u => Apply(u.Op, done[u.X]),
                Binary b => Apply(b.Op, done[b.Left], done[b.Right]),
                Select s => done[Holds(s.Op, done[s.Left], done[s.Right]) ? s.Then : s.Else],
                _ => throw new ArgumentException($"unknown expression {node.GetType().Name}", nameof(expr)),
            });
        }

        return done[expr];
    }

    public static double Apply(UnaryOp op, double x) => op switch
    {
        UnaryOp.Neg => -x,
        UnaryOp.Abs => Math.Abs(x),
        UnaryOp.Sqrt => Math.Sqrt(x),
        UnaryOp.Exp => Math.Exp(x),
        UnaryOp.Expm1 => ScalarFunctions.Expm1(x),
        UnaryOp.Log => Math.Log(x),
        UnaryOp.Log1p => ScalarFunctions.Log1p(x),
        UnaryOp.Tanh => Math.Tanh(x),
        UnaryOp.Sigmoid => 1 / (1 + Math.Exp(-x)),
        UnaryOp.Erf => ScalarFunctions.Erf(x),
        UnaryOp.Sin => Math.Sin(x),
        UnaryOp.Cos => Math.Cos(x),
        UnaryOp.Sign => x > 0 ? 1 : x < 0 ? -1 : 0,
        UnaryOp.Floor => Math.Floor(x),
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "unknown function"),
    };

    public static double Apply(BinaryOp op, double a, double b) => op switch
    {
        BinaryOp.Add => a + b,
        BinaryOp.Sub => a - b,
        BinaryOp.Mul => a * b,
        BinaryOp.Div => a / b,
        BinaryOp.Max => a > b ? a : b,
        BinaryOp.Min => a < b ? a : b,
        BinaryOp.Pow => Math.Pow(a, b),
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "unknown operation"),
    };

    public static bool Holds(Comparison op, double a, double b) => op switch
    {
        Comparison.Greater => a > b,
        Comparison.GreaterOrEqual => a >= b,
        Comparison.Less => a < b,
        Comparison.LessOrEqual => a <= b,
        Comparison.Equal => a == b,
        Comparison.NotEqual => a != b,
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "unknown comparison"),
    };
}
