using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Reading.Modules;

/// <summary>Where attributes of fields and steps of methods stand, class by class. It holds syntax and never enters the pipeline.</summary>
internal sealed class ModulePlaces
{
    private readonly Dictionary<string, Location> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Module, string Field), IReadOnlyList<WrittenAttribute>> _fields = [];
    private readonly Dictionary<(string Module, string Method), IReadOnlyList<SyntaxNode>> _methods = [];

    public void Add(string module, Location location) => _classes[module] = location;

    public void Add(string module, string field, IReadOnlyList<WrittenAttribute> attributes) => _fields[(module, field)] = attributes;

    public void Add(string module, string method, IReadOnlyList<SyntaxNode> steps) => _methods[(module, method)] = steps;

    public Location? Class(string module) => _classes.TryGetValue(module, out var location) ? location : null;

    public WrittenAttribute? Layer(string module, string field, int index) =>
        _fields.TryGetValue((module, field), out var attributes) && index >= 0 && index < attributes.Count ? attributes[index] : null;

    public SyntaxNode? Step(string module, string method, int index) =>
        _methods.TryGetValue((module, method), out var steps) && index >= 0 && index < steps.Count ? steps[index] : null;
}
