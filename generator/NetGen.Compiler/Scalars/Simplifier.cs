namespace NetGen.Compiler.Scalars;

/// <summary>
/// Rewrites an expression into a smaller equal one, with commutative operands in a fixed order, so that what is equal by
/// these rules compares equal. Equality is that of real numbers: results may differ by rounding where constants merge.
/// A NaN or infinity may get lost only where its factor or difference vanishes: 0 * x, 0 / x and x - x become 0.
/// </summary>
public static class Simplifier
{
    public static Expr Simplify(Expr expr)
    {
        var done = new Dictionary<Expr, Expr>();
        foreach (var node in expr.Nodes())
        {
            done.Add(node, node switch
            {
                Unary u => Build.Apply(u.Op, done[u.X]),
                Binary b => Build.Apply(b.Op, done[b.Left], done[b.Right]),
                Select s => Build.Select(s.Op, done[s.Left], done[s.Right], done[s.Then], done[s.Else]),
                _ => node,
            });
        }

        return done[expr];
    }
}
