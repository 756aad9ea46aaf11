using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion.Lanes;

/// <summary>Room for zeros around a value, so that padding is a wider walk through the same memory. A value has one border: that of the first padding that asks for it.</summary>
/// <param name="Padded">The padding, of one axis after the other.</param>
/// <param name="Before">Positions before each axis.</param>
/// <param name="After">Positions behind each axis.</param>
internal sealed record Border(Node Padded, int[] Before, int[] After)
{
    public static IReadOnlyDictionary<Node, Border> Of(TensorProgram program, HashSet<Node> region)
    {
        var borders = new Dictionary<Node, Border>();
        var inner = new HashSet<Node>(program.Nodes.Where(node => IsPadding(node, region)).Select(node => node.Inputs[0]));

        // The last of several paddings on top of each other says what all of them need.
        foreach (var node in program.Nodes.Where(node => IsPadding(node, region) && !(inner.Contains(node))))
        {
            var root = RootOf(node, region);
            if (borders.ContainsKey(root))
            {
                continue;
            }

            var (before, after) = (new int[node.Type.Shape.Rank], new int[node.Type.Shape.Rank]);
            for (var step = node; step != root; step = step.Inputs[0])
            {
                var pad = (PadOperation)step.Operation;
                before[pad.Axis] += pad.Before;
                after[pad.Axis] += pad.After;
            }

            borders.Add(root, new Border(node, before, after));
        }

        return borders;
    }

    /// <summary>What is padded in the end.</summary>
    public static Node RootOf(Node node, HashSet<Node> region)
    {
        while (IsPadding(node, region))
        {
            node = node.Inputs[0];
        }

        return node;
    }

    /// <summary>Whether the border of a padding's root was made for it.</summary>
    public static bool Serves(Node padding, HashSet<Node> region, IReadOnlyDictionary<Node, Border> borders)
    {
        for (var step = borders.TryGetValue(RootOf(padding, region), out var border) ? border.Padded : null; step is not null && IsPadding(step, region); step = step.Inputs[0])
        {
            if (step == padding)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPadding(Node node, HashSet<Node> region) => node.Operation is PadOperation && region.Contains(node);
}
