using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>
/// The runtime's attributes, known by name alone: the compiler does not reference the runtime, and a name costs no lookup in the
/// compilation, which an attribute class defined twice would make ambiguous.
/// </summary>
public static class KnownTypes
{
    public const string NetworkAttribute = "NetGen.NetworkAttribute";
    public const string BlockAttribute = "NetGen.BlockAttribute";
    public const string CellAttribute = "NetGen.CellAttribute";

    private const string Suffix = "Attribute";

    public static bool IsNetwork(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "NetworkAttribute");

    /// <summary>An input of values or of tokens.</summary>
    public static bool IsInput(INamedTypeSymbol? attribute) => IsValueInput(attribute) || DerivesFrom(attribute, "TokenInputAttribute");

    public static bool IsValueInput(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "InputAttribute");

    public static bool IsLayer(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "LayerAttribute");

    public static bool IsLoss(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "LossFunctionAttribute");

    public static bool IsBlock(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "BlockAttribute") && attribute is { Arity: 0 };

    /// <summary>A block that is a step of a recurrence.</summary>
    public static bool IsCell(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "CellAttribute");

    public static bool IsState(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "StateAttribute");

    /// <summary><c>Block&lt;T&gt;</c> and <c>Residual&lt;T&gt;</c>, which use a block.</summary>
    public static bool IsUse(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "BlockAttribute") && attribute is { Arity: 1 };

    public static bool IsParameter(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "ParameterAttribute");

    public static bool IsWeights(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "WeightsAttribute");

    public static bool IsApply(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "ApplyAttribute");

    public static bool IsLossMethod(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "LossAttribute");

    public static bool IsElementwise(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "ElementwiseAttribute");

    public static bool IsDerivative(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "DerivativeAttribute");

    public static bool IsCompiledSpec(INamedTypeSymbol? attribute) => DerivesFrom(attribute, "CompiledSpecAttribute");

    public static bool IsTensor(ITypeSymbol? type) => Is(type, "Tensor");

    public static bool IsLayerDelegate(ITypeSymbol? type) => Is(type, "Layer") && type!.TypeKind == TypeKind.Delegate;

    public static bool IsSlice(ITypeSymbol? type) => Is(type, "Slice");

    public static bool IsOps(ITypeSymbol? type) => Is(type, "Ops");

    public static bool IsFitOptions(ITypeSymbol? type) => Is(type, "FitOptions");

    public static bool IsTraining(ITypeSymbol? type) => Is(type, "Training");

    public static bool IsHole(IFieldSymbol field) => field.IsConst && Is(field.ContainingType, "Hole");

    public static bool IsMath(ITypeSymbol? type) => type is { Name: "Math" or "MathF", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    public static bool IsIndex(ITypeSymbol? type) => type is { Name: "Index", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    public static bool IsList(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "List", Arity: 1, ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } };

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

    private static bool Is(ITypeSymbol? type, string name) =>
        type is { ContainingType: null } && type.Name == name && IsRuntimeNamespace(type.ContainingNamespace);

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
