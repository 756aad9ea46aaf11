namespace NetGen.PublicApi.Tests;

/// <summary>The first line of a type.</summary>
internal static class TypeHeader
{
    public static string Print(Type type)
    {
        var access = type.IsNestedFamily || type.IsNestedFamORAssem ? "protected " : "public ";
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            var invoke = type.GetMethod("Invoke")!;
            return access + "delegate " + TypeNames.Of(invoke.ReturnType) + " " + TypeNames.Full(type) + MemberNames.Parameters(invoke.GetParameters()) + TypeNames.Constraints(type.GetGenericArguments());
        }

        // Interfaces of the base class are its own business; those that an interface brings along say nothing new.
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var own = type.GetInterfaces().Except(inherited).ToList();
        var bases = type.BaseType is { } parent && parent != typeof(object) && !type.IsValueType ? [TypeNames.Of(parent)] : Array.Empty<string>();
        bases = [.. bases, .. own.Except(own.SelectMany(face => face.GetInterfaces())).Where(face => face.IsVisible && !type.IsEnum).Select(TypeNames.Of).Order(StringComparer.Ordinal)];
        return access + Kind(type) + TypeNames.Full(type) + (bases.Length == 0 ? "" : " : " + string.Join(", ", bases)) + TypeNames.Constraints(type.GetGenericArguments());
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface ",
        { IsEnum: true } => "enum ",
        { IsValueType: true } => "struct ",
        { IsAbstract: true, IsSealed: true } => "static class ",
        { IsAbstract: true } => "abstract class ",
        { IsSealed: true } => "sealed class ",
        _ => "class ",
    };
}
