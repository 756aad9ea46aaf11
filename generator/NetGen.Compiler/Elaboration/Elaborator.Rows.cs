using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Elaboration;

/// <content>The rows of the summary: layers at their first application, operations of <c>Forward</c> at each.</content>
internal sealed partial class Elaborator
{
    /// <param name="row">The layer as it is applied here.</param>
    /// <param name="before">How many nodes there were before.</param>
    private void AddLayer(LayerShape row, int before)
    {
        if (!_layers.TryGetValue(row.Name, out var known))
        {
            _layers.Add(row.Name, row with { Index = _layers.Count });
        }
        else if (_graph.Nodes.Count > before)
        {
            // Shared weights save memory, not time; only the same layer on the same value is computed once.
            _layers[row.Name] = known with { Flops = known.Flops + row.Flops };
        }
    }

    /// <param name="step">The operation.</param>
    /// <param name="name">The variable that holds the result, or the operation's own name.</param>
    /// <param name="input">The shape of its first argument.</param>
    /// <param name="result">What it yields.</param>
    /// <param name="before">How many nodes there were before.</param>
    private void AddOperation(Step step, string name, Shape input, Node result, int before)
    {
        if (step.Operation != "Constant")
        {
            // Names of variables may come again; a key with a sign that no name has stays apart from all layers.
            _layers.Add(Inv($"#{_layers.Count}"), new LayerShape(_layers.Count, name, step.Operation, step.Operation, input, result.Type.Shape,
                EquatableArray<ParameterSpec>.Empty, Products(result, before)));
        }
    }

    /// <summary>The floating-point operations of the products among new nodes that a value needs. All else is left out, as it is for layers.</summary>
    private long Products(Node result, int before)
    {
        var flops = 0L;
        var needed = new HashSet<Node> { result };
        for (var i = _graph.Nodes.Count - 1; i >= before; i--)
        {
            var node = _graph.Nodes[i];
            if (!needed.Contains(node))
            {
                continue;
            }

            needed.UnionWith(node.Inputs);
            if (node.Operation is AttentionOperation)
            {
                flops += 2L * node.Type.Shape[0] * node.Inputs[1].Type.Shape[0] * (node.Inputs[0].Type.Last + node.Type.Last);
            }
            else if (node.Type.Batched && node.Operation is (MatMulOperation or BatchMatMulOperation))
            {
                var (left, right) = (node.Inputs[0].Type, node.Inputs[1].Type);
                flops += 2 * (node.Operation is MatMulOperation { TransposeLeft: true } ? left.Shape.Count * right.Last : left.Last * node.Type.Shape.Count);
            }
        }

        return flops;
    }
}
