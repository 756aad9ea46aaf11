using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion.Lanes;

/// <summary>Kernels over other memory than that which they were made for: what they say of a value they say of its double.</summary>
internal sealed class Redirection
{
    private readonly Dictionary<Node, Node> _doubles = [];
    private readonly Dictionary<Node, Node> _walks = [];

    /// <summary>Whether the value has a double.</summary>
    public bool Has(Node value) => _doubles.ContainsKey(value);

    /// <summary>Gives the value a double, in memory of its own.</summary>
    public void Double(Node value)
    {
        var twin = Copy(value, value.Inputs);
        twin.Lanes = value.Lanes! with { Memory = twin };
        _doubles.Add(value, twin);
    }

    /// <summary>The kernel, with doubles in place of what has one.</summary>
    public Kernel Of(Kernel kernel) => kernel switch
    {
        LaneLoopKernel loop => loop with { Target = Of(loop.Target), Loops = loop.Loops.Select(Of).ToList() },
        LaneProduct product => product with
        {
            Product = Of(product.Product.Inputs[0]) == product.Product.Inputs[0] ? product.Product : Reading(product.Product),
            Operands = product.Operands.Select(Of).ToList(),
            Stores = product.Stores.Select(store => store with { Node = Of(store.Node) }).ToList(),
        },
        LaneOuterKernel outer => outer with { Left = Of(outer.Left), Right = Of(outer.Right) },
        LaneSumKernel sum => sum with { Operands = sum.Operands.Select(Of).ToList() },
        ToLanesKernel move => move with { Target = Of(move.Target) },
        ToRowsKernel move => move with { Source = Of(move.Source) },
        UnpackKernel move => move with { Source = Of(move.Source) },
        _ => kernel,
    };

    private LaneLoop Of(LaneLoop loop) =>
        loop with { Target = _doubles.TryGetValue(loop.Target.Memory, out var twin) ? loop.Target with { Memory = twin } : loop.Target, Operands = loop.Operands.Select(Of).ToList() };

    private LaneOperand Of(LaneOperand operand) => operand with { Node = Of(operand.Node) };

    private Node Of(Node node)
    {
        if (node.Lanes is not { } lanes || !_doubles.TryGetValue(lanes.Memory, out var twin))
        {
            return node;
        }

        if (node == lanes.Memory)
        {
            return twin;
        }

        if (!_walks.TryGetValue(node, out var walk))
        {
            _walks[node] = walk = Copy(node, node.Inputs);
            walk.Lanes = lanes with { Memory = twin };
        }

        return walk;
    }

    private Node Reading(Node product)
    {
        var copy = Copy(product, [Of(product.Inputs[0]), .. product.Inputs.Skip(1)]);
        copy.Lanes = product.Lanes;
        return copy;
    }

    private static Node Copy(Node node, IReadOnlyList<Node> inputs) => new(node.Id, node.Operation, [.. inputs], node.Type, node.Origin, node.Backward);
}
