namespace NetGen.Compiler.Scalars;

/// <summary>
/// A scalar expression: an immutable tree that compares by structure. Hash codes are computed once, at construction,
/// so that unequal trees part at their roots; equal subtrees are usually one object, so that equal trees meet early.
/// Operators only build nodes; <see cref="Simplifier"/> tidies up.
/// </summary>
public abstract record Expr
{
    private protected Expr(int hash) => Hash = hash;

    private protected int Hash { get; }

    public static Expr operator +(Expr left, Expr right) => new Binary(BinaryOp.Add, left, right);

    public static Expr operator -(Expr left, Expr right) => new Binary(BinaryOp.Sub, left, right);

    public static Expr operator *(Expr left, Expr right) => new Binary(BinaryOp.Mul, left, right);

    public static Expr operator /(Expr left, Expr right) => new Binary(BinaryOp.Div, left, right);

    public static Expr operator -(Expr x) => new Unary(UnaryOp.Neg, x);

    public static implicit operator Expr(double value) => new Constant(value);

    /// <summary>Replaces variables by expressions; variables that are not in the map stay. Does not simplify.</summary>
    public Expr Substitute(IReadOnlyDictionary<int, Expr> replacements) =>
        Rewrite(e => e is Variable v && replacements.TryGetValue(v.Index, out var replacement) ? replacement : null);

    /// <summary>The indices of the variables that occur, in ascending order.</summary>
    public IReadOnlyList<int> Variables()
    {
        var found = new SortedSet<int>();
        foreach (var node in Nodes())
        {
            if (node is Variable v)
            {
                found.Add(v.Index);
            }
        }

        return [.. found];
    }

    /// <summary>Every distinct subtree once, operands before the nodes that use them, this expression last.</summary>
    public IReadOnlyList<Expr> Nodes() => ExprWalk.Nodes([this]);

    /// <summary>
    /// Rebuilds the tree from the top: where <paramref name="replace"/> gives an expression, it stands in place of the
    /// subtree; elsewhere the operands are rewritten. Shared subtrees stay shared; an unchanged node stays the same object.
    /// </summary>
    public Expr Rewrite(Func<Expr, Expr?> replace) => ExprWalk.Rewrite(this, replace);

    /// <summary>Infix text, see <see cref="ExprPrinter"/>.</summary>
    public sealed override string ToString() => ExprPrinter.Print(this);

    public override int GetHashCode() => Hash;

    public virtual bool Equals(Expr? other) => ReferenceEquals(this, other);

    private protected static int Combine(int kind, int a, int b = 0, int c = 0, int d = 0, int e = 0)
    {
        unchecked
        {
            var hash = (uint)kind * 0x9E3779B1u;
            foreach (var part in new[] { a, b, c, d, e })
            {
                hash = ((hash ^ (uint)part) * 0x85EBCA6Bu) + 0xC2B2AE35u;
                hash ^= hash >> 15;
            }

            return (int)hash;
        }
    }
}
