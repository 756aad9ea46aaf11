using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Graph;

/// <summary>Brings the function of a map into one form: no repeated, unused or constant arguments.</summary>
internal static class MapFunction
{
    public static (Expr Function, Node[] Arguments) Normalise(Expr function, IReadOnlyList<Node> arguments)
    {
        var bindings = new Dictionary<int, Expr>();
        var distinct = new List<Node>();
        for (var i = 0; i < arguments.Count; i++)
        {
            bindings[i] = arguments[i].Operation is MapOperation { Function: Constant constant }
                ? constant
                : Scalar.Variable(IndexOf(distinct, arguments[i]));
        }

        return DropUnused(Simplifier.Simplify(function.Substitute(bindings)), distinct);
    }

    private static (Expr Function, Node[] Arguments) DropUnused(Expr function, List<Node> arguments)
    {
        var used = function.Variables().OrderBy(index => index).ToList();
        var renumbered = used.Select((index, position) => (index, position)).ToDictionary(pair => pair.index, pair => (Expr)Scalar.Variable(pair.position));
        return (function.Substitute(renumbered), used.Select(index => arguments[index]).ToArray());
    }

    private static int IndexOf(List<Node> nodes, Node node)
    {
        var index = nodes.IndexOf(node);
        if (index < 0)
        {
            index = nodes.Count;
            nodes.Add(node);
        }

        return index;
    }
}
