using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Xunit;

namespace NetGen.Testing;

/// <summary>
/// Walks everything reachable from a value. Roslyn's types are internal subclasses, so a comparison of exact types would miss them all.
/// </summary>
public static class ObjectGraph
{
    public static void AssertFreeOfRoslyn(object? root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<(object? Value, string Path)>();
        pending.Push((root, "value"));
        while (pending.TryPop(out var item))
        {
            var (value, path) = item;
            if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
            {
                continue;
            }

            Assert.False(
                value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Compilation or SemanticModel or Location or AttributeData,
                $"{path} holds a {value.GetType()}, which roots a compilation");

            if (value is IEnumerable items and not string)
            {
                foreach (var element in items)
                {
                    pending.Push((element, path + "[]"));
                }
            }

            for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    pending.Push((field.GetValue(value), path + "." + field.Name));
                }
            }
        }
    }
}
