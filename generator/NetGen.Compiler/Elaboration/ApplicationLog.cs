using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Elaboration;

/// <summary>Writes down what was applied to what. Values are numbered as they appear; a value that is made again keeps its number.</summary>
internal sealed class ApplicationLog
{
    private readonly Dictionary<Node, int> _numbers = [];
    private readonly List<Application> _applications = [];

    private readonly List<(string Name, Node Value)> _named = [];

    /// <summary>Every value that has a name, in order.</summary>
    public IReadOnlyList<(string Name, Node Value)> Named => _named;

    public IReadOnlyList<Application> Applications => _applications;

    /// <summary>Another name of a value.</summary>
    public void Name(string name, Node node) => _named.Add((name, node));

    public void Input(Node node, string name) => Add(node, name, "", node.Operation is InputOperation { Vocabulary: > 0 } ? "TokenInput" : "Input", []);

    public void Parameter(Node node, string name, string field)
    {
        if (!_numbers.ContainsKey(node))
        {
            Add(node, name, $"Parameter {Text(node.Type.Shape)} ({name})", field, []);
        }
    }

    public void Layer(string name, LayerDefinition definition, LayerSpec layer, IReadOnlyList<ParameterSpec> parameters, Node input, Node output)
    {
        var names = parameters.Count == 0 ? "" : $" ({string.Join(", ", parameters.Select(parameter => name + "." + parameter.Name))})";
        var signature = definition.Signature(layer) is { } text ? $"{text} {Text(input.Type.Shape)} -> {Text(output.Type.Shape)}{names}" : null;
        Add(output, name, signature, definition.Describe(layer), [input]);
    }

    public void Cell(string name, string description, Node input, Node output) =>
        Add(output, name, $"{description} {Text(input.Type.Shape)} -> {Text(output.Type.Shape)}", description, [input]);

    public void Residual(string name, Node input, Node branch, Node sum) =>
        Add(sum, name, $"Add {Text(input.Type.Shape)} {Text(branch.Type.Shape)} -> {Text(sum.Type.Shape)}", "Add", [input, branch]);

    public void Step(Scope scope, Step step, Node output, IReadOnlyList<Node> inputs)
    {
        var arguments = step.Arguments.Count == 0 ? "" : "(" + string.Join(", ", step.Arguments.Select(argument =>
            $"{argument.Name} = {argument.Text ?? string.Join(" ", argument.Numbers.Select(NumberText.Shortest))}")) + ")";
        Add(output, step.Name is null ? "" : scope.Prefix + step.Name,
            $"{step.Operation}{arguments} {string.Join(" ", inputs.Select(input => Text(input.Type.Shape)).Append("->").Append(Text(output.Type.Shape)))}", step.Operation, inputs, scope.Prefix.TrimEnd('.'));
    }

    private void Add(Node node, string name, string? signature, string description, IReadOnlyList<Node> inputs, string? group = null)
    {
        // What prediction passes by, such as dropout, makes no value of its own.
        var numbers = new EquatableArray<int>(inputs.Select(Number));
        var output = Number(node);
        group ??= name.LastIndexOf('.') is >= 0 and var dot ? name.Substring(0, dot) : "";
        if (name.Length > 0 && !_named.Contains((name, node)))
        {
            _named.Add((name, node));
        }

        var application = new Application(name, signature, description, numbers, output, node.Type.Shape, group);

        // The same layer on the same value makes the same value: it is computed once, and drawn once.
        if (!_applications.Contains(application))
        {
            _applications.Add(application);
        }
    }

    /// <summary>The number of a value.</summary>
    public int Number(Node node) => _numbers.TryGetValue(node, out var number) ? number : _numbers[node] = _numbers.Count;

    private static string Text(Shape shape) => string.Join("×", shape.Dims);
}
