using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>Writes the nodes of a network as a diagram, boxes of one field or block framed together.</summary>
internal static class Diagram
{
    /// <summary>A Mermaid flowchart.</summary>
    public static string Mermaid(NetworkInfo network)
    {
        var text = new StringBuilder("flowchart TD\n");
        Frames(network, text, "", 1, (indent, frame, name) => Inv($"{indent}subgraph {frame}[\"{Escaped(name)}\"]\n"), indent => indent + "end\n", (indent, index, node) =>
            Inv($"{indent}n{index}{(node.Inputs.Count == 0 ? "([\"" : "[\"")}{Escaped(Label(node, "<br/>"))}{(node.Inputs.Count == 0 ? "\"])" : "\"]")}\n"));
        Edges(network, text, (from, to) => Inv($"    n{from} --> n{to}\n"));
        return text.ToString();
    }

    /// <summary>A digraph in the language of Graphviz.</summary>
    public static string Dot(NetworkInfo network)
    {
        var text = new StringBuilder(Inv($"digraph \"{Quoted(network.Name)}\" {{\n    node [shape=box, fontname=\"sans-serif\"];\n"));
        Frames(network, text, "", 1, (indent, frame, name) => Inv($"{indent}subgraph cluster_{frame} {{\n{indent}    label=\"{Quoted(name)}\";\n"), indent => indent + "}\n", (indent, index, node) =>
            Inv($"{indent}n{index} [label=\"{Quoted(Label(node, "\n"))}\"{(node.Inputs.Count == 0 ? ", style=rounded" : "")}];\n"));
        Edges(network, text, (from, to) => Inv($"    n{from} -> n{to};\n"));
        return text.Append("}\n").ToString();
    }

    private static void Frames(NetworkInfo network, StringBuilder text, string group, int depth,
        Func<string, string, string, string> open, Func<string, string> close, Func<string, int, NodeInfo, string> box)
    {
        var indent = new string(' ', 4 * depth);
        var inner = new List<string>();
        for (int index = 0; index < network.Nodes.Count; index++)
        {
            var node = network.Nodes[index];
            if (node.Group == group)
            {
                text.Append(box(indent, index, node));
            }
            else if (group.Length == 0 || node.Group.StartsWith(group + ".", StringComparison.Ordinal))
            {
                var start = group.Length == 0 ? 0 : group.Length + 1;
                int dot = node.Group.IndexOf('.', start);
                var child = dot < 0 ? node.Group : node.Group[..dot];
                if (!inner.Contains(child))
                {
                    inner.Add(child);
                }
            }
        }

        foreach (var child in inner)
        {
            var frame = string.Concat(child.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
            text.Append(open(indent, "g_" + frame, child[(group.Length == 0 ? 0 : group.Length + 1)..]));
            Frames(network, text, child, depth + 1, open, close, box);
            text.Append(close(indent));
        }
    }

    private static void Edges(NetworkInfo network, StringBuilder text, Func<int, int, string> edge)
    {
        for (int index = 0; index < network.Nodes.Count; index++)
        {
            foreach (int input in network.Nodes[index].Inputs)
            {
                text.Append(edge(input, index));
            }
        }
    }

    private static string Label(NodeInfo node, string newLine)
    {
        var name = node.Name[(node.Name.LastIndexOf('.') + 1)..];
        return (name.Length == 0 ? "" : name + newLine) + node.Description + newLine + "[" + string.Join(", ", node.Shape) + "]";
    }

    private static string Escaped(string text) => text.Replace("\"", "#quot;", StringComparison.Ordinal);

    private static string Quoted(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
