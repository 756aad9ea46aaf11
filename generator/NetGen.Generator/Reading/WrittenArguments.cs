using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Reading;

/// <summary>The expressions of an attribute's arguments, by the model's names.</summary>
internal static class WrittenArguments
{
    /// <summary>The expressions of one argument; several where a list was written out.</summary>
    public static List<ExpressionSyntax> Find(WrittenAttribute attribute, string name)
    {
        var written = new List<ExpressionSyntax>();
        var parameters = attribute.Data.AttributeConstructor?.Parameters ?? [];
        var position = 0;
        foreach (var argument in attribute.Syntax.ArgumentList?.Arguments ?? default)
        {
            var owner = argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText;
            if (argument.NameEquals is null)
            {
                // What comes after the last parameter belongs to it: a list written out.
                owner ??= parameters.Length == 0 ? "" : parameters[Math.Min(position, parameters.Length - 1)].Name;
                owner = AttributeReader.Capitalised(owner);
                position++;
            }

            if (owner == name)
            {
                written.Add(argument.Expression);
            }
        }

        return written;
    }

    /// <summary>One element of a list that was written out or as an array.</summary>
    public static ExpressionSyntax? Element(List<ExpressionSyntax> written, int index)
    {
        if (written.Count > 1)
        {
            return index < written.Count ? written[index] : null;
        }

        var elements = written[0] switch
        {
            ArrayCreationExpressionSyntax array => array.Initializer?.Expressions.ToList(),
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.ToList(),
            CollectionExpressionSyntax collection =>
                collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression).ToList(),
            _ => [written[0]],
        };
        return elements is not null && index < elements.Count ? elements[index] : null;
    }
}
