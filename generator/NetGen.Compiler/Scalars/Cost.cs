namespace NetGen.Compiler.Scalars;

/// <summary>How much an expression costs, in about one vector instruction; shared subtrees count once.</summary>
public static class Cost
{
    // The price of the cheapest function with a polynomial is 14: anything below has none.
    private const int CheapLimit = 13;

    public static int Of(Expr expr) => OfAll([expr]);

    /// <summary>The cost of computing all of these together.</summary>
    public static int OfAll(IEnumerable<Expr> roots) => ExprWalk.Nodes(roots).Sum(Price);

    /// <summary>Whether computing it again is better than storing and loading its value.</summary>
    public static bool IsCheap(Expr expr) => Of(expr) <= CheapLimit;

    private static int Price(Expr node) => node switch
    {
        Unary u => Price(u.Op),
        Binary { Op: BinaryOp.Div } => 8,
        Binary { Op: BinaryOp.Pow } => 60,
        Binary => 1,
        Select => 2,
        _ => 0,
    };

    private static int Price(UnaryOp op) => op switch
    {
        UnaryOp.Neg or UnaryOp.Abs or UnaryOp.Floor => 1,
        UnaryOp.Sign => 4,
        UnaryOp.Sqrt => 8,
        UnaryOp.Exp => 14,
        UnaryOp.Expm1 or UnaryOp.Log => 16,
        UnaryOp.Tanh or UnaryOp.Log1p or UnaryOp.Sigmoid => 20,
        _ => 30,
    };
}
