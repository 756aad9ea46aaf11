using Microsoft.CodeAnalysis;
using NetGen.Compiler.Model;

namespace NetGen.Generator.Reading.Modules;

/// <summary>Reads the fields of a class that carry layers or are parameters.</summary>
internal sealed class FieldReader(ReadingSession session, INamedTypeSymbol type, bool hasHoles)
{
    private readonly string _key = ModuleScope.KeyOf(type);

    /// <summary>Whether the class has such fields at all; costs no reading.</summary>
    public static bool AnyIn(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Any(field => KindOf(field) is not null);

    public List<(IFieldSymbol, FieldSpec)> Read()
    {
        var fields = new List<(IFieldSymbol, FieldSpec)>();
        var layers = new LayerReader(session, type, hasHoles);
        foreach (var field in InSourceOrder())
        {
            if (KindOf(field) is not { } kind)
            {
                continue;
            }

            var attributes = WrittenAttribute.InSourceOrder(field, session.Cancellation).FindAll(attribute => IsOurs(attribute.Data.AttributeClass));
            session.Places.Add(_key, field.Name, attributes);
            if (field.IsStatic)
            {
                Report(field, $"the static field '{field.Name}'", "instance fields; every network has layers and parameters of its own");
            }

            fields.Add((field, new FieldSpec(field.Name, kind, Layers(field, kind, attributes, layers))));
        }

        return fields;
    }

    private EquatableArray<LayerSpec> Layers(IFieldSymbol field, FieldKind kind, List<WrittenAttribute> attributes, LayerReader reader)
    {
        var layers = reader.ReadAll(attributes);
        var isUse = attributes.Count == 1 && KnownTypes.IsUse(attributes[0].Data.AttributeClass);
        switch (kind)
        {
            case FieldKind.Stack when attributes.Count == 0:
                Report(field, $"the field '{field.Name}' without layers", $"attributes before it, such as [Dense(10), ReLU] Layer {field.Name};");
                break;
            case FieldKind.StackArray when !isUse:
                Report(field, $"the array '{field.Name}' without exactly one [Block<T>] or [Residual<T>]", $"[Block<T>(Repeat = 4)] Layer[] {field.Name};");
                return new([new LayerSpec("Block")]);
            case FieldKind.Module when attributes.Count == 0:
                var part = new LayerSpec("Block", new Argument("Module", ModuleScope.KeyOf(field.Type)));
                session.Modules.Use(field.Type, part, field.DeclaringSyntaxReferences[0].GetSyntax(session.Cancellation), new ModuleScope(type, hasHoles, []));
                return new([part]);
            case FieldKind.Module when !isUse || layers[0].Kind != "Block"
                || !SymbolEqualityComparer.Default.Equals(attributes[0].Data.AttributeClass!.TypeArguments[0], field.Type):
                Report(field, $"the field '{field.Name}' of type '{field.Type.Name}' without exactly one [Block<{field.Type.Name}>]",
                    $"[Block<{field.Type.Name}>] {field.Type.Name} {field.Name}; or a field of type Layer");
                return new([layers.Count > 0 ? layers[0] : new LayerSpec("Block")]);
            case FieldKind.Module when layers[0].Int("Repeat", 1) != 1 || layers[0].Find("Repeat") is { Holes.Count: > 0 }:
                Report(field, $"Repeat on the field '{field.Name}'", $"a field of type Layer or Layer[]; a '{field.Type.Name}' is one part");
                break;
        }

        return layers;
    }

    private IEnumerable<IFieldSymbol> InSourceOrder() => type.GetMembers().OfType<IFieldSymbol>()
        .Where(field => !field.IsImplicitlyDeclared && field.DeclaringSyntaxReferences.Length > 0)
        .OrderBy(field => Declaration(field))
        .ThenBy(field => field.DeclaringSyntaxReferences[0].Span.Start);

    private int Declaration(IFieldSymbol field)
    {
        var reference = field.DeclaringSyntaxReferences[0];
        var declarations = type.DeclaringSyntaxReferences;
        for (var i = 0; i < declarations.Length; i++)
        {
            if (declarations[i].SyntaxTree == reference.SyntaxTree && declarations[i].Span.Contains(reference.Span))
            {
                return i;
            }
        }

        return declarations.Length;
    }

    private static FieldKind? KindOf(IFieldSymbol field)
    {
        if (KnownTypes.IsLayerDelegate(field.Type))
        {
            return FieldKind.Stack;
        }

        if (field.Type is IArrayTypeSymbol { Rank: 1 } array && KnownTypes.IsLayerDelegate(array.ElementType))
        {
            return FieldKind.StackArray;
        }

        var attributes = field.GetAttributes();
        if (KnownTypes.IsTensor(field.Type))
        {
            return attributes.Any(attribute => KnownTypes.IsParameter(attribute.AttributeClass)) ? FieldKind.Parameter : null;
        }

        // A block is a part wherever it stands; a network may be held for other reasons.
        return field.Type is INamedTypeSymbol type
            && (ModuleLibrary.IsBlock(type) || attributes.Any(attribute => KnownTypes.IsUse(attribute.AttributeClass)))
            ? FieldKind.Module
            : null;
    }

    private static bool IsOurs(INamedTypeSymbol? attribute) =>
        KnownTypes.IsLayer(attribute) || KnownTypes.IsParameter(attribute) || attribute is null or { TypeKind: TypeKind.Error };

    private void Report(IFieldSymbol field, string found, string supported) =>
        session.Report(_key, field.Locations[0], DeclarationRules.Unreadable, found, supported);
}
