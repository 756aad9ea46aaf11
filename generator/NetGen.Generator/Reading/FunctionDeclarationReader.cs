using Microsoft.CodeAnalysis;
using NetGen.Compiler.Model;
using NetGen.Generator.Reading.Functions;
using NetGen.Generator.Reading.Modules;

namespace NetGen.Generator.Reading;

/// <summary>Reads a method with <c>[Elementwise]</c> or <c>[Derivative]</c> by itself, so that its faults are said once, whoever uses it.</summary>
public static class FunctionDeclarationReader
{
    /// <summary>What is wrong with the method and where; nothing for other methods.</summary>
    public static IReadOnlyList<(Problem Problem, Location Location)> Problems(IMethodSymbol method, CancellationToken cancellation)
    {
        var attributes = method.GetAttributes();
        if (attributes.IsEmpty || !attributes.Any(attribute => KnownTypes.IsElementwise(attribute.AttributeClass) || KnownTypes.IsDerivative(attribute.AttributeClass)))
        {
            return [];
        }

        var session = ReadingSession.Of(method, FunctionReader.KeyOf(method), cancellation);
        if (FunctionReader.IsElementwise(method))
        {
            new FunctionReader(session, method).Read();
        }

        foreach (var attribute in WrittenAttribute.InSourceOrder(method, cancellation).FindAll(each => KnownTypes.IsDerivative(each.Data.AttributeClass)))
        {
            var name = AttributeReader.Read(attribute.Data).Find("Function")?.Text;
            if (name is not null && !method.ContainingType.GetMembers(name).OfType<IMethodSymbol>().Any(FunctionReader.IsElementwise))
            {
                session.Report(session.Root, attribute.Syntax.GetLocation(), DeclarationRules.Unreadable, $"'{name}' as the function of a derivative", "the name of a method of this class with [Elementwise]");
            }
        }

        return session.IsComplete
            ? session.Problems.Where(each => each.Problem.Module is null).Select(each => (each.Problem, each.Location)).ToList()
            : [];
    }
}
