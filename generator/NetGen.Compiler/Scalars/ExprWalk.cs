namespace NetGen.Compiler.Scalars;

/// <summary>Walks over expressions that visit each distinct subtree once, however often it is shared.</summary>
public static class ExprWalk
{
    /// <summary>Every distinct subtree of the roots once, operands before the nodes that use them.</summary>
    public static IReadOnlyList<Expr> Nodes(IEnumerable<Expr> roots)
    {
        var seen = new HashSet<Expr>();
        var ordered = new List<Expr>();
        foreach (var root in roots)
        {
            Visit(root, seen, ordered);
        }

        return ordered;
    }

    /// <summary>The expressions that a node is made of, from left to right.</summary>
    public static IReadOnlyList<Expr> Operands(Expr node) => node switch
    {
        Unary u => [u.X],
        Binary b => [b.Left, b.Right],
        Select s => [s.Left, s.Right, s.Then, s.Else],
        _ => [],
    };

    internal static Expr Rewrite(Expr root, Func<Expr, Expr?> replace)
    {
        var done = new Dictionary<Expr, Expr>();
        return Go(root);

        Expr Go(Expr node)
        {
            if (!done.TryGetValue(node, out var result))
            {
                result = replace(node) ?? Rebuild(node, Go);
                done.Add(node, result);
            }

            return result;
        }
    }

    private static Expr Rebuild(Expr node, Func<Expr, Expr> go)
    {
        switch (node)
        {
            case Unary u:
                var x = go(u.X);
                return ReferenceEquals(x, u.X) ? u : new Unary(u.Op, x);
            case Binary b:
                var (left, right) = (go(b.Left), go(b.Right));
                return ReferenceEquals(left, b.Left) && ReferenceEquals(right, b.Right) ? b : new Binary(b.Op, left, right);
            case Select s:
                return new Select(s.Op, go(s.Left), go(s.Right), go(s.Then), go(s.Else));
            default:
                return node;
        }
    }

    private static void Visit(Expr node, HashSet<Expr> seen, List<Expr> ordered)
    {
        if (seen.Add(node))
        {
            foreach (var operand in Operands(node))
            {
                Visit(operand, seen, ordered);
            }

            ordered.Add(node);
        }
    }
}
