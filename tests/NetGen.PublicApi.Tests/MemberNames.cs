using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NetGen.PublicApi.Tests;

/// <summary>Members as C# writes them.</summary>
internal static class MemberNames
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Access(MethodBase method) =>
        (method.IsPublic ? "public " : "protected ") + (method.IsStatic ? "static " : "")
        + (method.DeclaringType!.IsInterface && !method.IsStatic ? ""
            : method.IsAbstract ? "abstract "
            : !method.IsVirtual || method.IsFinal ? ""
            : method is MethodInfo { } info && info.GetBaseDefinition() != info ? "override " : "virtual ");

    public static string Constructor(ConstructorInfo constructor) => TypeNames.Of(constructor.DeclaringType!) + Parameters(constructor.GetParameters());

    public static string Method(MethodInfo method) =>
        Typed(method.ReturnParameter) + " " + method.Name
        + (method.IsGenericMethod ? "<" + string.Join(", ", method.GetGenericArguments().Select(TypeNames.Of)) + ">" : "")
        + Parameters(method.GetParameters(), method.IsDefined(typeof(ExtensionAttribute), false))
        + TypeNames.Constraints(method.GetGenericArguments());

    public static string Property(PropertyInfo property, Func<MethodBase, bool> isSeen)
    {
        var accessors = new List<string>();
        if (property.GetMethod is { } get && isSeen(get))
        {
            accessors.Add("get;");
        }

        if (property.SetMethod is { } set && isSeen(set))
        {
            var isInit = set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
            accessors.Add((set.IsPublic || property.GetMethod is not { IsPublic: true } ? "" : "protected ") + (isInit ? "init;" : "set;"));
        }

        // Of the accessor: the parameters of the property itself have lost their annotations.
        var index = property.GetIndexParameters().Length == 0 ? [] : property.GetMethod!.GetParameters();
        return (property.IsDefined(typeof(RequiredMemberAttribute), false) ? "required " : "")
            + (property.PropertyType.IsByRef ? "ref " + TypeNames.Of(property.PropertyType.GetElementType()!) : TypeNames.Of(Nullability.Create(property)))
            + " " + (index.Length == 0 ? property.Name : "this[" + Parameters(index)[1..^1] + "]") + " { " + string.Join(" ", accessors) + " }";
    }

    public static string Field(FieldInfo field) =>
        (field.IsPublic ? "public " : "protected ") + (field.IsLiteral ? "const " : field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "")
        + TypeNames.Of(Nullability.Create(field)) + " " + field.Name + (field.IsLiteral ? " = " + Literal(field.GetRawConstantValue()) : "");

    public static string Parameters(ParameterInfo[] parameters, bool isExtension = false) => (isExtension ? "(this " : "(") + string.Join(", ", parameters.Select(parameter =>
        (parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params " : "") + Typed(parameter) + " " + parameter.Name
        + (parameter.HasDefaultValue ? " = " + Literal(parameter.DefaultValue) : ""))) + ")";

    private static string Typed(ParameterInfo parameter)
    {
        if (!parameter.ParameterType.IsByRef)
        {
            return TypeNames.Of(Nullability.Create(parameter));
        }

        var isReadOnly = parameter.IsIn || parameter.GetRequiredCustomModifiers().Length > 0;
        return (parameter.IsOut ? "out " : isReadOnly ? "in " : "ref ") + TypeNames.Of(parameter.ParameterType.GetElementType()!);
    }

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => "\"" + text + "\"",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
