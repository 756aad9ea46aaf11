using Microsoft.CodeAnalysis;
using NetGen.Compiler.Model;
using NetGen.Generator.Reading.Forward;
using NetGen.Generator.Reading.Modules;

namespace NetGen.Generator.Reading.Functions;

/// <summary>The scalar functions that a declaration uses, each read once.</summary>
internal sealed class FunctionLibrary(ReadingSession session)
{
    private readonly List<FunctionSpec> _functions = [];

    public EquatableArray<FunctionSpec> All => new(_functions);

    /// <summary>The key of a function that is handed to <c>Map</c>.</summary>
    public string Add(IMethodSymbol method, SyntaxNode place)
    {
        _ = session;
        throw new UnreadableException(place, $"'{method.Name}'", "an [Elementwise] method");
    }

    /// <summary>The key of the function that <c>[Apply]</c> names, or null.</summary>
    public string? Find(WrittenAttribute attribute, ModuleScope scope)
    {
        session.Report(scope.Key, attribute.Syntax.GetLocation(), DeclarationRules.Unreadable, "[Apply]", "an [Elementwise] method");
        return null;
    }
}
