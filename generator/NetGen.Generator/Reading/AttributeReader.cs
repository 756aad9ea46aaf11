using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Model;

namespace NetGen.Generator.Reading;

/// <summary>
/// Turns any attribute into a <see cref="LayerSpec"/>. It knows no layer: kinds, names and ranges are the compiler's business, so that a
/// new layer needs no line here.
/// </summary>
internal static class AttributeReader
{
    public static LayerSpec Read(AttributeData attribute)
    {
        var arguments = new List<Argument>();
        var parameters = attribute.AttributeConstructor?.Parameters ?? [];
        for (var i = 0; i < Math.Min(parameters.Length, attribute.ConstructorArguments.Length); i++)
        {
            Add(arguments, Capitalised(parameters[i].Name), attribute.ConstructorArguments[i]);
        }

        foreach (var pair in attribute.NamedArguments)
        {
            Add(arguments, pair.Key, pair.Value);
        }

        return new LayerSpec(
            attribute.AttributeClass is { } type ? KnownTypes.KindOf(type) : "",
            new EquatableArray<Argument>(arguments));
    }

    /// <summary>Whether the compiler could make sense of the class, the constructor and every argument.</summary>
    public static bool IsComplete(AttributeData attribute, AttributeSyntax syntax) =>
        attribute.AttributeClass is { TypeKind: not TypeKind.Error }
        && attribute.AttributeConstructor is { } constructor
        && constructor.Parameters.Length == attribute.ConstructorArguments.Length
        && attribute.ConstructorArguments.All(IsComplete)
        && attribute.NamedArguments.All(pair => IsComplete(pair.Value))
        // A property that does not exist is missing from the data without a trace.
        && attribute.NamedArguments.Length == (syntax.ArgumentList?.Arguments.Count(argument => argument.NameEquals is not null) ?? 0);

    public static string Capitalised(string name) =>
        name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static bool IsComplete(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Error => false,
        TypedConstantKind.Array => constant.IsNull || constant.Values.All(IsComplete),
        _ => true,
    };

    private static void Add(List<Argument> arguments, string name, TypedConstant constant)
    {
        // null is the default of every optional argument: the same as not written.
        if (constant.Kind == TypedConstantKind.Error || constant.IsNull)
        {
            return;
        }

        arguments.Add(constant.Kind switch
        {
            TypedConstantKind.Array => new Argument(name, constant.Values.Where(value => !value.IsNull).Select(Number).ToArray()),
            TypedConstantKind.Type => new Argument(name, ((ITypeSymbol)constant.Value!).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)),
            _ when constant.Value is string text => new Argument(name, text),
            _ => new Argument(name, Number(constant)),
        });
    }

    private static double Number(TypedConstant constant) => constant.Kind == TypedConstantKind.Array
        ? double.NaN
        : constant.Value switch
        {
            bool flag => flag ? 1 : 0,
            char character => character,
            sbyte or byte or short or ushort or int or uint or long or ulong or float or double =>
                Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture),
            _ => double.NaN,
        };
}
