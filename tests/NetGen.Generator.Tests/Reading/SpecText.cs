using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Generator.Tests.Reading;

/// <summary>Graphs as text, a line per step: <c>2 h = Call(0; Field 1)</c>. A hole stands behind its placeholder's name.</summary>
internal static class SpecText
{
    public static string Of(GraphSpec graph) => string.Join("\n", graph.Steps
        .Select((step, i) => Line(graph.Inputs.Count + i, step))
        .Append("-> " + string.Join(", ", graph.Outputs.Select((output, i) => output + (graph.OutputNames[i].Length > 0 ? " " + graph.OutputNames[i] : "")))));

    public static string Of(LayerSpec layer) => $"{layer.Kind}({string.Join(", ", layer.Arguments.Select(Of))})";

    public static string Of(FieldSpec field) => $"{field.Kind} {field.Name}: {string.Join(" ", field.Layers.Select(Of))}";

    private static string Line(int number, Step step)
    {
        var inputs = string.Join(", ", step.Inputs);
        var arguments = string.Join(", ", step.Arguments.Select(Of));
        var separator = inputs.Length > 0 && arguments.Length > 0 ? "; " : "";
        return $"{number}{(step.Name is null ? "" : " " + step.Name)} = {step.Operation}({inputs}{separator}{arguments})";
    }

    private static string Of(Argument argument) => argument.Text is { } text
        ? $"{argument.Name} {text}"
        : $"{argument.Name} {string.Join(" ", argument.Numbers.Select((number, i) =>
            i < argument.Holes.Count && argument.Holes[i].Length > 0 ? "<" + argument.Holes[i] + ">" : NumberText.Shortest(number)))}";
}
