namespace NetGen.Compiler.Scalars;

/// <summary>A fixed total order of expressions: constants, variables, functions, operations, choices; then by their parts.</summary>
internal static class ExprOrder
{
    public static int Compare(Expr a, Expr b)
    {
        if (a.Equals(b))
        {
            return 0;
        }

        var order = Rank(a).CompareTo(Rank(b));
        if (order != 0)
        {
            return order;
        }

        switch (a, b)
        {
            case (Constant x, Constant y):
                order = x.Value.CompareTo(y.Value);
                return order != 0 ? order : BitConverter.DoubleToInt64Bits(x.Value).CompareTo(BitConverter.DoubleToInt64Bits(y.Value));
            case (Variable x, Variable y):
                return x.Index.CompareTo(y.Index);
        }

        order = Operation(a).CompareTo(Operation(b));
        var (left, right) = (ExprWalk.Operands(a), ExprWalk.Operands(b));
        for (var i = 0; order == 0 && i < left.Count; i++)
        {
            order = Compare(left[i], right[i]);
        }

        return order;
    }

    private static int Rank(Expr e) => e switch { Constant => 0, Variable => 1, Unary => 2, Binary => 3, _ => 4 };

    private static int Operation(Expr e) => e switch
    {
        Unary u => (int)u.Op,
        Binary b => (int)b.Op,
        Select s => (int)s.Op,
        _ => 0,
    };
}
