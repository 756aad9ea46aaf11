using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Differentiation;

/// <summary>Reverse mode: walks the graph backwards once and adds, for each node, the gradients of its inputs.</summary>
public static class Differentiator
{
    /// <summary>
    /// The gradients of <paramref name="output"/>, weighted with <paramref name="seed"/> (of its shape), by each of
    /// <paramref name="sources"/>. A source that the output does not depend on gets zeros.
    /// </summary>
    public static IReadOnlyList<Node> Differentiate(GraphBuilder graph, Node output, Node seed, IReadOnlyList<Node> sources) =>
        Differentiate(graph, [output], [seed], sources);

    /// <summary>The gradients of the sum of several outputs, each weighted with its seed.</summary>
    public static IReadOnlyList<Node> Differentiate(GraphBuilder graph, IReadOnlyList<Node> outputs, IReadOnlyList<Node> seeds, IReadOnlyList<Node> sources)
    {
        var reaching = ReachedFrom(graph.Nodes, sources);
        var gradients = new Dictionary<Node, Node>();
        var scans = new Dictionary<Node, List<(Node Output, Node Gradient)>>();
        foreach (var (output, seed) in outputs.Zip(seeds, (output, seed) => (output, seed)))
        {
            gradients[output] = gradients.TryGetValue(output, out var sum) ? graph.Add(sum, seed) : seed;
        }

        var (origin, backward) = (graph.Origin, graph.Backward);
        graph.Backward = true;
        for (var id = outputs.Max(output => output.Id); id >= 0; id--)
        {
            var node = graph.Nodes[id];
            if (scans.TryGetValue(node, out var outputsOfScan))
            {
                graph.Origin = node.Origin;
                foreach (var (position, contribution) in ScanGradient.Of(graph, node, outputsOfScan, reaching))
                {
                    Contribute(node.Inputs[position], contribution);
                }
            }

            if (!gradients.TryGetValue(node, out var gradient))
            {
                continue;
            }

            graph.Origin = node.Origin;
            if (node.Operation is ScanOutputOperation or ScanFinalOperation)
            {
                // All outputs of a scan are differentiated at once, when the walk comes to the scan itself.
                if (!scans.TryGetValue(node.Inputs[0], out var known))
                {
                    scans.Add(node.Inputs[0], known = []);
                }

                known.Add((node, gradient));
                continue;
            }

            for (var i = 0; i < node.Inputs.Count; i++)
            {
                if (reaching.Contains(node.Inputs[i]) && GradientRules.Of(graph, node, i, gradient) is { } contribution)
                {
                    Contribute(node.Inputs[i], contribution);
                }
            }
        }

        var result = sources.Select(source => gradients.TryGetValue(source, out var gradient) ? gradient : graph.Fill(0, source.Type)).ToArray();
        (graph.Origin, graph.Backward) = (origin, backward);
        return result;

        void Contribute(Node input, Node contribution) => gradients[input] = gradients.TryGetValue(input, out var sum) ? graph.Add(sum, contribution) : contribution;
    }

    /// <summary>The nodes that depend on a source; only these need a gradient.</summary>
    private static HashSet<Node> ReachedFrom(IReadOnlyList<Node> nodes, IReadOnlyList<Node> sources)
    {
        var reached = new HashSet<Node>(sources);
        foreach (var node in nodes)
        {
            if (node.Operation is not DetachOperation && node.Inputs.Any(reached.Contains))
            {
                reached.Add(node);
            }
        }

        return reached;
    }
}
