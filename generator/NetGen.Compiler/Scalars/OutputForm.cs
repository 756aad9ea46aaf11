using System.Diagnostics.CodeAnalysis;

namespace NetGen.Compiler.Scalars;

/// <summary>
/// Derivatives in terms of the function's value instead of its argument: the backward pass then needs only the
/// output, which the next layer keeps anyway, and the input's memory can be used again.
/// </summary>
public static class OutputForm
{
    /// <param name="derivative">The derivative of <paramref name="function"/>, or any expression of the same argument.</param>
    /// <param name="function">The function whose value is at hand.</param>
    /// <param name="variable">The number of the argument, to be eliminated.</param>
    /// <param name="outputVariable">The number that stands for the value.</param>
    /// <param name="rewritten">The simplified result, without <paramref name="variable"/>; null where there is none.</param>
    /// <returns>Whether the argument could be eliminated.</returns>
    public static bool TryRewrite(
        Expr derivative, Expr function, int variable, int outputVariable, [NotNullWhen(true)] out Expr? rewritten)
    {
        var y = new Variable(outputVariable);
        var f = Simplifier.Simplify(function);
        var result = Simplifier.Simplify(InBranch(Simplifier.Simplify(derivative), f, new SignMap(f, variable), variable, y));
        rewritten = result.Variables().Contains(variable) ? null : result;
        return rewritten is not null;
    }

    // `known` is what y equals here; inside a branch that function and derivative choose by the same condition, it is
    // the function's branch. `signs` belongs to the whole function, because y is compared whichever branch it came from.
    private static Expr InBranch(Expr derivative, Expr known, SignMap signs, int variable, Expr y)
    {
        var solved = Solve(known, variable, y);
        return derivative.Rewrite(node =>
        {
            if (solved.TryGetValue(node, out var value))
            {
                return value;
            }

            if (node is not Select s || s.Left is not Variable v || v.Index != variable || s.Right is not Constant { Value: 0 })
            {
                return null;
            }

            var (then, otherwise) = known is Select f && f.HasConditionOf(s) ? (f.Then, f.Else) : (known, known);
            return new Select(
                s.Op,
                signs.Preserves(s.Op) ? y : s.Left,
                s.Right,
                InBranch(s.Then, then, signs, variable, y),
                InBranch(s.Else, otherwise, signs, variable, y));
        });
    }

    // From y = a * u + b follows u = (y - b) / a: the value of each subtree that y is an affine function of.
    private static Dictionary<Expr, Expr> Solve(Expr known, int variable, Expr y)
    {
        var solved = new Dictionary<Expr, Expr>();
        for (var (inner, value) = ((Expr?)known, y); inner is not null && inner.Variables().Contains(variable);)
        {
            solved[inner] = value;
            (inner, value) = inner switch
            {
                Unary { Op: UnaryOp.Neg } n => (n.X, -value),
                Binary { Op: BinaryOp.Add, Right: Constant c } b => (b.Left, value - c),
                Binary { Op: BinaryOp.Sub, Left: Constant c } b => (b.Right, c - value),
                Binary { Op: BinaryOp.Mul, Left: Constant { Value: not 0 } c } b => (b.Right, value / c),
                Binary { Op: BinaryOp.Div, Right: Constant { Value: not 0 } c } b => (b.Left, value * c),
                _ => ((Expr?)null, value),
            };
        }

        return solved;
    }
}
