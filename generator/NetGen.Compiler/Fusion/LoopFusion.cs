using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Fusion;

/// <summary>Fuses elementwise values of nested loops by substitution: a cheap value is computed where it is used, and written only if something else reads it.</summary>
internal sealed class LoopFusion(Func<Node, bool> isInlined)
{
    private readonly List<LoopOperand> _operands = [];

    /// <summary>What variable 0, 1, … stand for.</summary>
    public IReadOnlyList<LoopOperand> Operands => _operands;

    /// <summary>Whether a loop, be it one that reduces, may compute the value of another loop again: it is cheap, and of the very shape in which it is read.</summary>
    public static bool CanCompute(Node value, Group source, Group group) => source.Kind == GroupKind.Loop
        && value.Operation is MapOperation map && Cost.IsCheap(map.Function) && group.Anchor.Operation is MapOperation or ReduceAxisOperation or ReduceOperation { Axis: Axis.Last }
        && group.Anchor.Inputs.All(input => Aliases.Resolve(input) != value || input.Type.Shape == value.Type.Shape);

    /// <summary>The value of an elementwise node in terms of the operands.</summary>
    public Expr Compute(Node node)
    {
        var bindings = node.Inputs.Select((input, index) => (Value: Of(input), index)).ToDictionary(pair => pair.index, pair => pair.Value);
        return Simplifier.Simplify(((MapOperation)node.Operation).Function.Substitute(bindings));
    }

    /// <summary>The value of an argument: computed here, or read.</summary>
    public Expr Of(Node input)
    {
        var node = Aliases.Resolve(input);
        if (isInlined(node) && node.Operation is MapOperation)
        {
            return Compute(node);
        }

        var operand = new LoopOperand(node, input.Type);
        var index = _operands.IndexOf(operand);
        if (index < 0)
        {
            index = _operands.Count;
            _operands.Add(operand);
        }

        return Scalar.Variable(index);
    }
}
