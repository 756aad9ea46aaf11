namespace NetGen.Compiler.Scalars;

/// <summary>Expressions as infix text for people, such as <c>x0 &gt; 0 ? x0 : 0.01 * x0</c>; with as few parentheses as meaning allows.</summary>
public static class ExprPrinter
{
    private const int Conditional = 0;
    private const int Sum = 1;
    private const int Product = 2;
    private const int Prefix = 3;
    private const int Atom = 4;

    /// <param name="expr">What to print.</param>
    /// <param name="names">Names of the variables in the order of their numbers; x0, x1 … where missing.</param>
    public static string Print(Expr expr, IReadOnlyList<string>? names = null) => Print(expr, names, Conditional);

    /// <summary>The comparison as it is written in C#.</summary>
    public static string Symbol(Comparison op) => op switch
    {
        Comparison.Greater => ">",
        Comparison.GreaterOrEqual => ">=",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Equal => "==",
        _ => "!=",
    };

    // `level` is how tightly the text must bind to stand without parentheses where it is put.
    private static string Print(Expr expr, IReadOnlyList<string>? names, int level)
    {
        var (text, binds) = expr switch
        {
            Constant c => (NumberText.Shortest(c.Value), c.Value < 0 ? Prefix : Atom),
            Variable v => (names is not null && v.Index < names.Count ? names[v.Index] : "x" + NumberText.Shortest(v.Index), Atom),
            Unary { Op: UnaryOp.Neg } u => ("-" + Print(u.X, names, Atom), Prefix),
            Unary u => ($"{Name(u.Op.ToString())}({Print(u.X, names)})", Atom),
            Binary { Op: BinaryOp.Add, Right: Constant { Value: < 0 } c } b =>
                ($"{Print(b.Left, names, Sum)} - {NumberText.Shortest(-c.Value)}", Sum),
            Binary { Op: BinaryOp.Add } b => ($"{Print(b.Left, names, Sum)} + {Print(b.Right, names, Sum)}", Sum),
            Binary { Op: BinaryOp.Sub } b => ($"{Print(b.Left, names, Sum)} - {Print(b.Right, names, Product)}", Sum),
            Binary { Op: BinaryOp.Mul } b => ($"{Print(b.Left, names, Product)} * {Print(b.Right, names, b.Right is Binary { Op: BinaryOp.Mul } ? Product : Prefix)}", Product),
            Binary { Op: BinaryOp.Div } b => ($"{Print(b.Left, names, Product)} / {Print(b.Right, names, Prefix)}", Product),
            Binary b => ($"{Name(b.Op.ToString())}({Print(b.Left, names)}, {Print(b.Right, names)})", Atom),
            Select s => ($"{Print(s.Left, names, Sum)} {Symbol(s.Op)} {Print(s.Right, names, Sum)} ? "
                + $"{Print(s.Then, names, Sum)} : {Print(s.Else, names)}", Conditional),
            _ => throw new ArgumentException($"unknown expression {expr.GetType().Name}", nameof(expr)),
        };
        return binds < level ? "(" + text + ")" : text;
    }

    private static string Name(string op) => char.ToLowerInvariant(op[0]) + op.Substring(1);
}
