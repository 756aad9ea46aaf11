using Microsoft.CodeAnalysis;
using NetGen.Compiler.Model;

namespace NetGen.Generator.Reading.Modules;

/// <summary>What the methods of a class may refer to.</summary>
internal sealed class ModuleScope(INamedTypeSymbol type, bool hasHoles, IReadOnlyList<(IFieldSymbol Symbol, FieldSpec Spec)> fields)
{
    public INamedTypeSymbol Type { get; } = type;

    public string Key { get; } = KeyOf(type);

    /// <summary>Whether the class is a block, whose integers may be holes.</summary>
    public bool HasHoles { get; } = hasHoles;

    public IReadOnlyList<FieldSpec> Fields { get; } = fields.Select(field => field.Spec).ToList();

    public int? Find(IFieldSymbol field)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(fields[i].Symbol, field))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>The full C# name of a class, by which modules are known.</summary>
    public static string KeyOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
