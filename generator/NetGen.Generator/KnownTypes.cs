using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>
/// The runtime's attributes, known by name alone: the compiler does not reference the runtime, and a name costs no lookup in the
/// compilation, which an attribute class defined twice would make ambiguous.
/// </summary>
public static class KnownTypes
{
    public const string NetworkAttribute = "NetGen.NetworkAttribute";

    private const string Suffix = "Attribute";

    public static bool IsNetwork(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "NetworkAttribute");

    public static bool IsInput(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "InputAttribute");

    public static bool IsLayer(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "LayerAttribute");

    public static bool IsLoss(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "LossFunctionAttribute");

    /// <summary>
    /// The kind of a layer: the attribute's name without the suffix. Outside the namespace NetGen it is qualified, so that a user's own
    /// attribute is never taken for the layer of the same name.
    /// </summary>
    public static string KindOf(INamedTypeSymbol attribute)
    {
        var name = attribute.Name.EndsWith(Suffix, StringComparison.Ordinal)
            ? attribute.Name.Substring(0, attribute.Name.Length - Suffix.Length)
            : attribute.Name;
        return IsRuntimeNamespace(attribute.ContainingNamespace) && attribute.ContainingType is null
            ? name
            : attribute.ContainingSymbol.ToDisplayString() + "." + name;
    }

    private static bool DerivesFrom(INamedTypeSymbol? attribute, string name)
    {
        for (var type = attribute; type is not null; type = type.BaseType)
        {
            if (type.Name == name && type.ContainingType is null && IsRuntimeNamespace(type.ContainingNamespace))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRuntimeNamespace(INamespaceSymbol? space) =>
        space is { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true };
}
