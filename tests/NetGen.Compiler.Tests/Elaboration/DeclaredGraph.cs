using NetGen.Compiler.Model;

namespace NetGen.Compiler.Tests.Elaboration;

/// <summary>Writes a network in graph form as the reader of <c>Forward</c> would give it.</summary>
internal sealed class DeclaredGraph
{
    private readonly List<InputSpec> _inputs = [];
    private readonly List<FieldSpec> _fields = [];
    private readonly List<Step> _steps = [];

    public DeclaredGraph(params Shape[] inputs)
    {
        foreach (var shape in inputs)
        {
            _inputs.Add(new InputSpec(shape) { Name = $"x{_inputs.Count}" });
        }
    }

    public List<LayerSpec> Losses { get; } = [];

    public List<LossMethodSpec> LossMethods { get; } = [];

    public List<ModuleSpec> Modules { get; } = [];

    public List<FunctionSpec> Functions { get; } = [];

    public int Field(string name, params LayerSpec[] layers)
    {
        _fields.Add(new FieldSpec(name, FieldKind.Stack, new(layers)));
        return _fields.Count - 1;
    }

    public int Parameter(string name, params int[] dims)
    {
        _fields.Add(new FieldSpec(name, FieldKind.Parameter, new([new LayerSpec("Parameter", new Argument("Dims", [.. dims.Select(dim => (double)dim)]))])));
        var field = _fields.Count - 1;
        return Step("Parameter", [], new Argument("Field", field));
    }

    public int Call(int field, int x) => Step("Call", [x], new Argument("Field", field));

    public int Step(string operation, int[] inputs, params Argument[] arguments)
    {
        _steps.Add(new Step(operation, inputs, arguments));
        return _inputs.Count + _steps.Count - 1;
    }

    public NetworkSpec Returning(params int[] outputs) =>
        new("Tests", [], "Net", "Tests.Net", Precision.Double, new(_inputs), [], new EquatableArray<LayerSpec>(Losses))
        {
            Body = new ModuleSpec("global::Tests.Net", new(_fields), new GraphSpec(new(_inputs.Select(input => input.Name)), new(_steps), new(outputs), new(outputs.Select(_ => "")))),
            Modules = new(Modules),
            Functions = new(Functions),
            LossMethods = new(LossMethods),
        };
}
