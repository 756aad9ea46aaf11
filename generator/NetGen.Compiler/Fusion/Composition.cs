using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// Fuses elementwise values by substitution: the expression of a node in terms of the operands of its kernel. Whatever
/// <paramref name="stops"/> says yes to becomes an operand.
/// </summary>
internal sealed class Composition(Func<Node, bool> stops)
{
    private readonly List<Node> _operands = [];

    /// <summary>What variable 0, 1, … stand for.</summary>
    public IReadOnlyList<Node> Operands => _operands;

    /// <summary>The variable that stands for <paramref name="node"/>.</summary>
    public Expr Operand(Node node)
    {
        node = Aliases.Resolve(node);
        var index = _operands.IndexOf(node);
        if (index < 0)
        {
            index = _operands.Count;
            _operands.Add(node);
        }

        return Scalar.Variable(index);
    }

    /// <summary>The value of <paramref name="node"/>, computed even if it could be read.</summary>
    public Expr Compute(Node node)
    {
        node = Aliases.Resolve(node);
        if (node.Operation is not MapOperation map)
        {
            return Operand(node);
        }

        var bindings = node.Inputs.Select((input, index) => (Value: Of(input), index)).ToDictionary(pair => pair.index, pair => pair.Value);
        return Simplifier.Simplify(map.Function.Substitute(bindings));
    }

    /// <summary>The value of <paramref name="node"/>, read where that is possible.</summary>
    public Expr Of(Node node)
    {
        node = Aliases.Resolve(node);
        return node.Operation is MapOperation && !stops(node) ? Compute(node) : Operand(node);
    }
}
