using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Graph;

/// <summary>
/// A sum over all rows of values that have a factor in common is the factor times the sum: Σ v x = v Σ x. So the sums that a batch norm's backward pass needs are no more than two, however
/// often they are asked for.
/// </summary>
internal static class RowFactors
{
    /// <summary>The sum of <paramref name="x"/> over all rows with what all rows have in common outside of it, or null where they have nothing.</summary>
    public static Node? TryTakeOut(GraphBuilder graph, Node x)
    {
        // A loss is a sum over rows of numbers, and stays one.
        if (x.Operation is not MapOperation { Derivatives.Count: 0 } map || x.Type.Last == 1 || !x.Type.Batched || !graph.MayBypass(x))
        {
            return null;
        }

        return map.Function switch
        {
            Unary { Op: UnaryOp.Neg } negated => graph.Map(-Scalar.Variable(0), Sum(negated.X)),
            Binary { Op: BinaryOp.Mul } product when IsCommon(product.Left) => Scaled(product.Left, product.Right),
            Binary { Op: BinaryOp.Mul } product when IsCommon(product.Right) => Scaled(product.Right, product.Left),
            _ => null,
        };

        bool IsCommon(Expr factor) => factor.Variables().Any() && factor.Variables().All(index => x.Inputs[index] is { Type: { Batched: false, Shape.Rank: <= 1 } });

        Node Sum(Expr rest) => graph.Reduce(Reduction.Sum, graph.Map(rest, x.Inputs, x.Type), Axis.Rows);

        Node Scaled(Expr factor, Expr rest) => graph.Multiply(graph.Map(factor, x.Inputs, x.Type with { Batched = false, Shape = new(x.Type.Last) }), Sum(rest));
    }
}
