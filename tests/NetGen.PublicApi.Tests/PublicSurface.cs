using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace NetGen.PublicApi.Tests;

/// <summary>Prints what a caller outside the assembly can see, like C#, sorted, the same on every machine.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Print(Assembly assembly) => Print(assembly.GetTypes().Where(type => type.IsVisible));

    public static string Print(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (var type in types.OrderBy(TypeNames.Full, StringComparer.Ordinal))
        {
            text.Append(Hidden(type)).Append(TypeHeader.Print(type)).Append('\n');
            foreach (var line in Members(type).Distinct().Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Support for emitted code is marked: it is public, but no one's to call.</summary>
    private static string Hidden(MemberInfo member) =>
        member.GetCustomAttribute<EditorBrowsableAttribute>() is { State: EditorBrowsableState.Never } ? "[hidden] " : "";

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            return [];
        }

        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => name + " = " + Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
        }

        return type.GetMembers(Declared).Where(member => !IsCompilerMade(member)).Select(member => (member, Text: Member(member)))
            .Where(pair => pair.Text is not null).Select(pair => Hidden(pair.member) + pair.Text);
    }

    private static string? Member(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when IsSeen(constructor) && !constructor.IsStatic => MemberNames.Access(constructor) + MemberNames.Constructor(constructor),
        MethodInfo method when IsSeen(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) => MemberNames.Access(method) + MemberNames.Method(method),
        PropertyInfo property when property.GetAccessors(true).Where(IsSeen).ToList() is { Count: > 0 } accessors => MemberNames.Access(accessors[0]) + MemberNames.Property(property, IsSeen),
        FieldInfo field when field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly => MemberNames.Field(field),
        EventInfo { AddMethod: { } add } @event when IsSeen(add) => MemberNames.Access(add) + "event " + TypeNames.Of(@event.EventHandlerType!) + " " + @event.Name,
        _ => null,
    };

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsCompilerMade(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), false) && member is not (PropertyInfo or EventInfo)
        && !(member is MethodBase { IsSpecialName: false } and not ConstructorInfo);
}
