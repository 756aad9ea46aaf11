using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Fusion.Lanes.Winograd;

/// <summary>Computes convolutions over lanes, and their transposes, by minimal filtering where that pays.</summary>
internal sealed class WinogradChoice
{
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<Node, Node> _rewritten = [];
    private readonly Dictionary<(Node Weight, bool Transposed), Node> _filters = [];

    private WinogradChoice()
    {
    }

    public static TensorProgram Run(TensorProgram program)
    {
        if (!program.Nodes.Any(WinogradRule.Pays))
        {
            return program;
        }

        var choice = new WinogradChoice();
        foreach (var node in program.Nodes)
        {
            choice.Rewrite(node);
        }

        return program with { Nodes = choice._nodes, Outputs = program.Outputs.Select(output => output with { Value = choice._rewritten[output.Value] }).ToList() };
    }

    private void Rewrite(Node node)
    {
        var inputs = node.Inputs.Select(input => _rewritten[input]).ToArray();
        var rewritten = !WinogradRule.Pays(node) ? Add(node.Operation, node.Type, node, inputs)
            : node.Operation is SpreadOperation spread

            // With the taps turned and zeros around, a transpose is a convolution like others.
            ? Add(new WinogradOperation(spread.Window.Height - 1 - spread.Top, spread.Window.Width - 1 - spread.Left), node.Type, node, [inputs[0], Filter(inputs, true, node)])
            : Add(new WinogradOperation(0, 0), node.Type, node, [inputs[0], Filter(inputs, false, node)]);
        _rewritten[node] = rewritten;
        if (node.Lanes is { } lanes)
        {
            rewritten.Lanes = lanes.Within(node, rewritten, _rewritten);
        }
    }

    /// <summary>Convolutions that share their weight share what is made of it.</summary>
    private Node Filter(Node[] inputs, bool transposed, Node product)
    {
        var (image, weight) = (inputs[0], inputs[1]);
        if (!_filters.TryGetValue((weight, transposed), out var filter))
        {
            filter = Add(new FilterOperation(transposed), new TensorType(false, new Shape(16 * image.Type.Last, product.Type.Last)), product, weight);
            _filters.Add((weight, transposed), filter);
        }

        return filter;
    }

    private Node Add(Operation operation, TensorType type, Node like, params Node[] inputs)
    {
        var node = new Node(_nodes.Count, operation, inputs, type, like.Origin, like.Backward);
        _nodes.Add(node);
        return node;
    }
}
