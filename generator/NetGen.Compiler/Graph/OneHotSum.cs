using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Graph;

/// <summary>
/// The sum over a row of something that treats one position, the label's, differently from all others: it needs no loop.
/// Σᵢ f(i = label ? a : b) = f(a) + (n − 1) f(b), for a label within the row.
/// </summary>
internal static class OneHotSum
{
    /// <summary>The sum as a function of numbers per row, or null when <paramref name="x"/> is not of that form.</summary>
    public static (Expr Function, IReadOnlyList<Node> Arguments)? TryFold(Node x)
    {
        var arguments = new List<Node>();
        var function = Flatten(x, arguments);
        var iota = arguments.FindIndex(argument => argument.Operation is IotaOperation);
        if (iota < 0 || arguments.Where((_, index) => index != iota).Any(argument => !IsGivenPerRow(argument)))
        {
            return null;
        }

        var hit = Choose(function, iota, then: true);
        var miss = Choose(function, iota, then: false);
        return hit.Variables().Contains(iota) || miss.Variables().Contains(iota)
            ? null
            : (hit + (Scalar.Constant(x.Type.Last - 1) * miss), arguments);
    }

    private static bool IsGivenPerRow(Node node) => node.Operation is RowWeightOperation or TargetOperation { Labels: true };

    private static Expr Flatten(Node node, List<Node> arguments)
    {
        if (node.Operation is MapOperation map)
        {
            return map.Function.Substitute(node.Inputs.Select((input, index) => (input, index)).ToDictionary(pair => pair.index, pair => Flatten(pair.input, arguments)));
        }

        if (!arguments.Contains(node))
        {
            arguments.Add(node);
        }

        return Scalar.Variable(arguments.IndexOf(node));
    }

    private static Expr Choose(Expr function, int iota, bool then) => ExprWalk.Rewrite(function, part =>
        part is Select { Op: Comparison.Equal } select && (select.Left is Variable left && left.Index == iota || select.Right is Variable right && right.Index == iota)
            ? then ? select.Then : select.Else
            : null);
}
