using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Compiler.Model;

namespace NetGen.Generator.Reading;

/// <summary>
/// Where the parts of a declaration stand in the source text. It holds syntax, so it lives as long as one analysis and never enters
/// the incremental pipeline.
/// </summary>
public sealed class LocationMap
{
    private readonly Location _class;
    private readonly WrittenAttribute _network;
    private readonly List<WrittenAttribute> _inputs;
    private readonly Stack _stack;

    internal LocationMap(Location classLocation, WrittenAttribute network, List<WrittenAttribute> inputs, Stack stack)
    {
        _class = classLocation;
        _network = network;
        _inputs = inputs;
        _stack = stack;
    }

    /// <summary>The place to underline: the argument if it was written, else the whole attribute, else the name of the class.</summary>
    public Location Of(Problem problem) => Of(problem.Layer, problem.Argument);

    /// <inheritdoc cref="Of(Problem)"/>
    /// <param name="layer">An index as in <see cref="Problem.Layer"/>.</param>
    /// <param name="argument">An argument in the model's spelling, <c>Dims</c> or, for one element of a list, <c>Dims[1]</c>; or null.</param>
    public Location Of(int layer, string? argument)
    {
        var attribute = layer == Problem.Input
            ? _inputs.Count > 0 ? _inputs[_inputs.Count - 1] : null
            : layer == Problem.Class && argument is not null ? _network
            : _stack[layer];
        if (attribute is null)
        {
            return _class;
        }

        var span = (argument is null ? null : ArgumentSpan(attribute, argument)) ?? attribute.Syntax.Span;
        return Location.Create(attribute.Syntax.SyntaxTree, span);
    }

    private static TextSpan? ArgumentSpan(WrittenAttribute attribute, string name)
    {
        var bracket = name.IndexOf('[');
        var list = bracket < 0 ? name : name.Substring(0, bracket);
        var written = Written(attribute, list);
        if (written.Count == 0)
        {
            return null;
        }

        return bracket >= 0
            && int.TryParse(name.Substring(bracket + 1).TrimEnd(']'), out var index)
            && Element(written, index) is { } element
                ? element.Span
                : TextSpan.FromBounds(written[0].SpanStart, written[written.Count - 1].Span.End);
    }

    /// <summary>The expressions of one argument; several where a list was written out.</summary>
    private static List<ExpressionSyntax> Written(WrittenAttribute attribute, string name)
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

    private static ExpressionSyntax? Element(List<ExpressionSyntax> written, int index)
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
