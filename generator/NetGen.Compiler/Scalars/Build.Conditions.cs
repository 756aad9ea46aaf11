namespace NetGen.Compiler.Scalars;

/// <content>Choices.</content>
internal static partial class Build
{
    public static Expr Select(Comparison op, Expr left, Expr right, Expr then, Expr otherwise)
    {
        if (then.Equals(otherwise))
        {
            return then;
        }

        if (left is Constant l && right is Constant r)
        {
            return ScalarEvaluator.Holds(op, l.Value, r.Value) ? then : otherwise;
        }

        // x > x is false for every x; x >= x and x == x are not true for NaN and stay.
        if (op is Comparison.Greater or Comparison.Less && left.Equals(right))
        {
            return otherwise;
        }

        if (left is Constant)
        {
            return Select(Mirror(op), right, left, then, otherwise);
        }

        var select = new Select(op, left, right, then, otherwise);
        if (then is Select t && t.HasConditionOf(select))
        {
            return Select(op, left, right, t.Then, otherwise);
        }

        if (otherwise is Select e && e.HasConditionOf(select))
        {
            return Select(op, left, right, then, e.Else);
        }

        return select;
    }

    // a op b is b Mirror(op) a, also for NaN.
    private static Comparison Mirror(Comparison op) => op switch
    {
        Comparison.Greater => Comparison.Less,
        Comparison.GreaterOrEqual => Comparison.LessOrEqual,
        Comparison.Less => Comparison.Greater,
        Comparison.LessOrEqual => Comparison.GreaterOrEqual,
        _ => op,
    };
}
