using NetGen.Compiler.Model;

namespace NetGen.Compiler.Graph;

/// <summary>Writes every step of a recurrence out, for those who know no loops.</summary>
public static class ScanUnrolling
{
    public static TensorProgram Run(TensorProgram program)
    {
        if (!program.Nodes.Any(node => node.Operation is ScanOperation))
        {
            return program;
        }

        var (graph, written) = (new GraphBuilder(), new Dictionary<Node, Node>());
        var scans = new Dictionary<Node, (Dictionary<int, List<Node>> Values, List<Node> States)>();
        foreach (var node in program.Nodes)
        {
            switch (node.Operation)
            {
                case ScanOperation scan:
                    scans.Add(node, Steps(graph, scan, [.. node.Inputs.Select(input => written[input])], node));
                    break;
                case ScanOutputOperation output:
                    var parts = scans[node.Inputs[0]].Values[output.Value].ToList();
                    (graph.Origin, graph.Backward) = (node.Origin, node.Backward);
                    written.Add(node, graph.Concat(0, [.. parts.Select(part => graph.Reshape(part, new Shape([1, .. part.Type.Shape.Dims])))]));
                    break;
                case ScanFinalOperation final:
                    written.Add(node, scans[node.Inputs[0]].States[final.State]);
                    break;
                default:
                    written.Add(node, graph.Replay(node, [.. node.Inputs.Select(input => written[input])]));
                    break;
            }
        }

        return Pruning.Prune(program with { Nodes = graph.Nodes, Outputs = [.. program.Outputs.Select(output => output with { Value = written[output.Value] })] });
    }

    /// <summary>The values of all nodes of the body at all positions, and the states behind the last step.</summary>
    private static (Dictionary<int, List<Node>> Values, List<Node> States) Steps(GraphBuilder graph, ScanOperation scan, IReadOnlyList<Node> inputs, Node node)
    {
        var body = scan.Body;
        var values = body.Nodes.ToDictionary(value => value.Id, _ => new Node[scan.Steps]);
        var states = body.States.Select((leaf, index) => scan.Given.ToList().IndexOf(index) is >= 0 and var position ? inputs[body.Inputs.Count + position] : graph.Fill(0, leaf.Type)).ToList();
        for (var count = 0; count < scan.Steps; count++)
        {
            var step = scan.Reverse ? scan.Steps - 1 - count : count;
            var written = new Dictionary<Node, Node>();
            foreach (var value in body.Nodes)
            {
                (graph.Origin, graph.Backward) = (node.Origin, node.Backward);
                written[value] = value.Operation switch
                {
                    StepInputOperation input => graph.Reshape(graph.Slice(inputs[input.Index], 0, step, 1), value.Type.Shape),
                    StepStateOperation state => states[state.Index],
                    _ => graph.Replay(value, [.. value.Inputs.Select(input => written[input])]),
                };
                values[value.Id][step] = written[value];
            }

            states = [.. body.Next.Select(next => written[next])];
        }

        return (values.ToDictionary(pair => pair.Key, pair => pair.Value.ToList()), states);
    }
}
