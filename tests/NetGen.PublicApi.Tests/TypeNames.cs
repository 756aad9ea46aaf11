using System.Reflection;

namespace NetGen.PublicApi.Tests;

/// <summary>Types as C# writes them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(short)] = "short", [typeof(ushort)] = "ushort",
        [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(nint)] = "nint", [typeof(nuint)] = "nuint",
        [typeof(float)] = "float", [typeof(double)] = "double", [typeof(char)] = "char", [typeof(string)] = "string", [typeof(object)] = "object", [typeof(decimal)] = "decimal",
    };

    /// <summary>Namespace, surrounding types, name and type parameters.</summary>
    public static string Full(Type type) => (type.Namespace is { } space ? space + "." : "") + Of(type);

    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsByRef || type.IsPointer || type.IsArray)
        {
            return Of(type.GetElementType()!) + (type.IsArray ? "[" + new string(',', type.GetArrayRank() - 1) + "]" : type.IsPointer ? "*" : "&");
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying) + "?";
        }

        return type.IsGenericParameter ? type.Name : Named(type, type.GetGenericArguments());
    }

    /// <summary>With what nullable annotations say.</summary>
    public static string Of(NullabilityInfo nullability)
    {
        var type = nullability.Type;
        var text = type.IsArray && nullability.ElementType is { } element ? Of(element) + "[" + new string(',', type.GetArrayRank() - 1) + "]"
            : nullability.GenericTypeArguments.Length > 0 && Nullable.GetUnderlyingType(type) is null && !type.IsNested
                ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] + "<" + string.Join(", ", nullability.GenericTypeArguments.Select(Of)) + ">"
            : Of(type);
        return nullability.ReadState == NullabilityState.Nullable && !text.EndsWith('?') && !(type.IsGenericParameter && type.GenericParameterAttributes == 0) ? text + "?" : text;
    }

    public static string Constraints(Type[] arguments) => string.Concat(arguments.Where(argument => argument.IsGenericParameter).Select(argument =>
    {
        var flags = argument.GenericParameterAttributes;
        var parts = new List<string>();
        var isUnmanaged = argument.GetCustomAttributesData().Any(data => data.AttributeType.Name == "IsUnmanagedAttribute");
        if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            parts.Add("class");
        }
        else if (flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
        {
            parts.Add(isUnmanaged ? "unmanaged" : "struct");
        }

        parts.AddRange(argument.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(Of).Order(StringComparer.Ordinal));
        if (flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
        {
            parts.Add("new()");
        }

        return parts.Count == 0 ? "" : $" where {argument.Name} : {string.Join(", ", parts)}";
    }));

    private static string Named(Type type, Type[] arguments)
    {
        var outer = type.DeclaringType is { } declaring ? Named(declaring, arguments[..declaring.GetGenericArguments().Length]) + "." : "";
        var own = arguments[(type.DeclaringType?.GetGenericArguments().Length ?? 0)..];
        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return outer + (tick < 0 ? type.Name : type.Name[..tick]) + (own.Length == 0 ? "" : "<" + string.Join(", ", own.Select(Of)) + ">");
    }
}
