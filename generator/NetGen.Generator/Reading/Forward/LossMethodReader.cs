using Microsoft.CodeAnalysis;
using NetGen.Compiler.Model;
using NetGen.Generator.Reading.Modules;

namespace NetGen.Generator.Reading.Forward;

/// <summary>Reads the methods with <c>[Loss]</c>, which are graphs as <c>Forward</c> is.</summary>
internal static class LossMethodReader
{
    /// <param name="session">The reading.</param>
    /// <param name="type">The network.</param>
    /// <param name="forward">The method that yields the outputs; null for a stack, which has one.</param>
    /// <param name="isStack">Whether it is a stack, which has one loss.</param>
    /// <param name="hasLoss">Whether a loss stands at the class.</param>
    public static List<(LayerSpec Layer, LossMethodSpec Method)> ReadAll(ReadingSession session, INamedTypeSymbol type, IMethodSymbol? forward, bool isStack, bool hasLoss)
    {
        var outputs = forward?.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.Length : 1;
        var losses = new List<(LayerSpec, LossMethodSpec)>();
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().OrderBy(method => method.Locations[0].SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(method => method.Locations[0].SourceSpan.Start))
        {
            var attribute = method.GetAttributes().FirstOrDefault(each => KnownTypes.IsLossMethod(each.AttributeClass));
            if (attribute is null)
            {
                continue;
            }

            if (losses.Exists(other => other.Item2.Name == method.Name))
            {
                session.Report(ModuleScope.KeyOf(type), method.Locations[0], DeclarationRules.Unreadable, $"a second loss named '{method.Name}'", "a name of its own for each loss");
            }
            else if (isStack && (hasLoss || losses.Count > 0))
            {
                session.Report(ModuleScope.KeyOf(type), method.Locations[0], DeclarationRules.LossNotLast, method.Name, hasLoss ? "at the class" : losses[0].Item2.Name);
            }
            else if (Read(session, type, method, outputs) is { } loss)
            {
                losses.Add((new LayerSpec("Loss", new Argument("Method", method.Name), new Argument("Weight", AttributeReader.Read(attribute).Number("Weight", 1))), loss));
            }
        }

        return losses;
    }

    private static LossMethodSpec? Read(ReadingSession session, INamedTypeSymbol type, IMethodSymbol method, int outputs)
    {
        var key = ModuleScope.KeyOf(type);
        if (!ForwardSignature.Check(session, key, method))
        {
            return null;
        }

        var count = method.Parameters.Length;
        if (!method.IsStatic || (count != outputs && count != outputs + 1) || !KnownTypes.IsTensor(method.ReturnType))
        {
            session.Report(key, method.Locations[0], DeclarationRules.Unreadable, $"the loss '{method.Name}'",
                FormattableString.Invariant($"a static method that takes the {outputs} outputs of the network and perhaps a target, and returns a Tensor"));
            return null;
        }

        var interpreter = new ForwardInterpreter(session, new ModuleScope(type, false, []));
        var body = session.Try(key, () => interpreter.Run(method));
        session.Places.Add(key, method.Name, interpreter.Places);
        return body is null ? null : new LossMethodSpec(method.Name, body, count > outputs, count > outputs ? Target(method.Parameters[count - 1]) : null);
    }

    private static Shape? Target(IParameterSymbol parameter) =>
        parameter.GetAttributes().FirstOrDefault(attribute => KnownTypes.IsValueInput(attribute.AttributeClass)) is { } input
            ? new Shape(AttributeReader.Read(input).Ints("Dims"))
            : null;
}
