using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Reading.Modules;

/// <summary>Finds the holes of a block in expressions that are plain constants for C#, also behind the names of constants.</summary>
internal sealed class HoleFinder(ReadingSession session)
{
    private readonly Dictionary<ISymbol, bool> _constants = new(SymbolEqualityComparer.Default);

    public bool Occur(IOperation operation)
    {
        var pending = new Stack<IOperation>();
        pending.Push(operation);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (next switch
            {
                IFieldReferenceOperation { Field: var field } => KnownTypes.IsHole(field) || (field.IsConst && IsBehind(field)),
                ILocalReferenceOperation { Local: { IsConst: true } local } => IsBehind(local),
                _ => false,
            })
            {
                return true;
            }

            foreach (var child in next.ChildOperations)
            {
                pending.Push(child);
            }
        }

        return false;
    }

    private bool IsBehind(ISymbol constant)
    {
        if (!_constants.TryGetValue(constant, out var known))
        {
            // A constant that refers to itself is an error of C#; here it just ends.
            _constants[constant] = false;
            known = session.Syntax(constant)
                    is VariableDeclaratorSyntax { Initializer.Value: not LiteralExpressionSyntax and var initializer }
                && session.Operation(initializer) is { } operation
                && Occur(operation);
            _constants[constant] = known;
        }

        return known;
    }
}
