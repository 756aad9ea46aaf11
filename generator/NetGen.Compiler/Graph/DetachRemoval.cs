using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Graph;

/// <summary>
/// Once a program is differentiated, a detached value is the value itself, and so is one that only carried a mask. What only told the differentiator where a gradient flows, <c>y + (z − detached z)</c>, is <c>y</c> again.
/// </summary>
internal static class DetachRemoval
{
    public static TensorProgram Run(TensorProgram program)
    {
        if (!program.Nodes.Any(node => node.Operation is DetachOperation or MaskedOperation))
        {
            return program;
        }

        var nodes = new List<Node>();
        var rewritten = new Dictionary<Node, Node>();
        foreach (var node in program.Nodes)
        {
            rewritten[node] = Rewrite(nodes, node, node.Inputs.Select(input => rewritten[input]).ToArray());
        }

        return program with { Nodes = nodes, Outputs = program.Outputs.Select(output => output with { Value = rewritten[output.Value] }).ToList() };
    }

    private static Node Rewrite(List<Node> nodes, Node node, Node[] inputs)
    {
        if (node.Operation is DetachOperation or MaskedOperation)
        {
            return inputs[0];
        }

        var operation = node.Operation;
        if (operation is MapOperation map && inputs.Distinct().Count() < inputs.Length)
        {
            var (function, used) = MapFunction.Normalise(map.Function, inputs);
            if (function is Variable { Index: 0 } && used[0].Type == node.Type)
            {
                return used[0];
            }

            (operation, inputs) = (new MapOperation(function), used);
        }

        var copy = new Node(nodes.Count, operation, inputs, node.Type, node.Origin, node.Backward);
        nodes.Add(copy);
        return copy;
    }
}
