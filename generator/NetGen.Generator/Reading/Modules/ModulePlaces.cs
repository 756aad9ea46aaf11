using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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

    /// <summary>The name of a field, where it is declared.</summary>
    public SyntaxToken? Field(string module, string field) =>
        _fields.TryGetValue((module, field), out var attributes) && attributes.Count > 0 && attributes[0].Syntax.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { } declaration
            ? declaration.Declaration.Variables.Select(variable => variable.Identifier).FirstOrDefault(identifier => identifier.ValueText == field)
            : null;

    public SyntaxNode? Step(string module, string method, int index) =>
        _methods.TryGetValue((module, method), out var steps) && index >= 0 && index < steps.Count ? steps[index] : null;
}
