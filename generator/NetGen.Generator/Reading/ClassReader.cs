using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Model;

namespace NetGen.Generator.Reading;

/// <summary>Reads the class itself: its headers, its name for files, and whether a network can be made of it.</summary>
internal static class ClassReader
{
    public static EquatableArray<string> ContainingHeaders(INamedTypeSymbol type) =>
        new(Outer(type).Reverse().Select(outer => "partial " + Keyword(outer) + " " + Identifier(outer.Name)));

    /// <summary>The identifier as it must be written: a keyword keeps its at sign.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>The name of the class in the declaration that carries an attribute.</summary>
    public static Location Identifier(INamedTypeSymbol type, WrittenAttribute attribute) =>
        attribute.Syntax.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.GetLocation() ?? type.Locations[0];

    public static string Namespace(INamedTypeSymbol type) =>
        type.ContainingNamespace.IsGlobalNamespace
            ? ""
            : type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat
                .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));

    /// <summary>
    /// The full metadata name, in characters that are allowed in a file name everywhere. No C# identifier holds a hyphen, so two
    /// types never meet in one name.
    /// </summary>
    public static string Hint(INamedTypeSymbol type)
    {
        var space = Namespace(type).Replace("@", "");
        var name = string.Join("+", Outer(type).Reverse().Append(type).Select(part => part.MetadataName));
        var hint = new StringBuilder();
        foreach (var character in space.Length == 0 ? name : space + "." + name)
        {
            if (char.IsLetterOrDigit(character) || character is '.' or '_')
            {
                hint.Append(character);
            }
            else
            {
                hint.Append('-');
                if (character is not ('+' or '`'))
                {
                    hint.Append('u').Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                }
            }
        }

        return hint.ToString();
    }

    /// <summary>The type and those around it, innermost first, that lack the modifier.</summary>
    public static List<string> NotPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        Outer(type).Prepend(type)
            .Where(part => part.DeclaringSyntaxReferences.Any(reference =>
                reference.GetSyntax(cancellation) is TypeDeclarationSyntax syntax && !syntax.Modifiers.Any(SyntaxKind.PartialKeyword)))
            .Select(part => part.Name)
            .ToList();

    /// <summary>What makes the class unfit for a network, or null.</summary>
    public static string? Unfit(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (type.IsRecord)
        {
            return "a record";
        }

        if (type.TypeKind != TypeKind.Class)
        {
            return "not a class";
        }

        if (type.IsStatic)
        {
            return "static";
        }

        if (type.IsAbstract)
        {
            return "abstract";
        }

        if (type.IsGenericType)
        {
            return type.TypeParameters.Length > 0 ? "generic" : "inside a generic type";
        }

        if (type.IsFileLocal)
        {
            return "local to its file";
        }

        return type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellation) is ClassDeclarationSyntax { ParameterList: not null })
            ? "a class with a primary constructor"
            : null;
    }

    private static IEnumerable<INamedTypeSymbol> Outer(INamedTypeSymbol type)
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            yield return outer;
        }
    }

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };
}
