using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Model;
using NetGen.Generator.Reading.Forward;

namespace NetGen.Generator.Reading.Modules;

/// <summary>Reads an attribute of a class that may be or use a block: with the holes in its arguments, and with the class or function that it names.</summary>
internal sealed class LayerReader(ReadingSession session, INamedTypeSymbol type, bool hasHoles)
{
    private readonly ModuleScope _scope = new(type, hasHoles, []);

    public EquatableArray<LayerSpec> ReadAll(IEnumerable<WrittenAttribute> attributes) => new(attributes.Select(Read).ToArray());

    public LayerSpec Read(WrittenAttribute attribute)
    {
        var layer = AttributeReader.Read(attribute.Data);
        if (!AttributeReader.IsComplete(attribute.Data, attribute.Syntax))
        {
            session.IsComplete = false;
            return layer;
        }

        layer = layer with { Arguments = new(layer.Arguments.Select(argument => WithHoles(argument, attribute)).ToArray()) };
        if (KnownTypes.IsUse(attribute.Data.AttributeClass))
        {
            var part = attribute.Data.AttributeClass!.TypeArguments[0];
            session.Modules.Use(part, layer, attribute.Syntax, _scope);
            return With(layer, new Argument("Module", ModuleScope.KeyOf(part)));
        }

        return KnownTypes.IsApply(attribute.Data.AttributeClass) ? With(layer, Function(attribute)) : layer;
    }

    private Argument Function(WrittenAttribute attribute) =>
        new("Function", session.Functions.Find(attribute, _scope) ?? "");

    private static LayerSpec With(LayerSpec layer, Argument argument) => layer with
    {
        Arguments = new(layer.Arguments.Where(other => other.Name != argument.Name && other.Name != "Type").Append(argument)),
    };

    private Argument WithHoles(Argument argument, WrittenAttribute attribute)
    {
        if (argument.Numbers.Count == 0)
        {
            return argument;
        }

        var written = WrittenArguments.Find(attribute, argument.Name);
        if (!written.Exists(MayHoldHoles))
        {
            return argument;
        }

        var holes = new string[argument.Numbers.Count];
        for (var i = 0; i < holes.Length; i++)
        {
            var element = WrittenArguments.Element(written, i);
            holes[i] = element is not null && MayHoldHoles(element) ? Hole(element) : "";
        }

        return holes.All(hole => hole.Length == 0) ? argument : argument with { Holes = new(holes) };
    }

    private string Hole(ExpressionSyntax expression)
    {
        if (session.Operation(expression) is not { } operation || !session.Holes.Occur(operation))
        {
            return "";
        }

        return session.Try(_scope.Key, () => new ForwardInterpreter(session, _scope).Evaluate(operation) is HoleValue { IsReal: false } hole
            ? hole.Postfix
            : throw new UnreadableException(expression, $"'{expression}', which depends on a hole", "whole numbers, with + - * / on holes")) ?? "";
    }

    /// <summary>A look that costs nothing: without a name there is no hole.</summary>
    private static bool MayHoldHoles(ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().Any(node => node is IdentifierNameSyntax);
}
