using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Analyzers;

/// <summary>
/// NG6006: in a loop, the overload of <c>Predict</c> that makes an array for its answer, where the answer is looked at and forgotten. The overload with a span writes into one array that is there for all turns.
/// </summary>
internal static class LoopAllocationRule
{
    public static Diagnostic? Find(IInvocationOperation call, CallScene scene) =>
        call is { TargetMethod: { Name: "Predict", ReturnType: IArrayTypeSymbol }, Instance: { } network }
        && Loop(call.Syntax) is { } loop
        && scene.Network(network.Type) is { } reading
        && IsForgotten(call, loop)
            ? Diagnostic.Create(DeploymentDiagnostics.LoopAllocation, ReferencePathRule.Name(call.Syntax).GetLocation(), reading.Type.Name)
            : null;

    /// <summary>The innermost loop around an expression; its own header, which may run once, does not count.</summary>
    private static StatementSyntax? Loop(SyntaxNode call)
    {
        for (var node = call; node.Parent is { } parent && parent is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax); node = parent)
        {
            if (parent is CommonForEachStatementSyntax each && each.Statement == node || parent is ForStatementSyntax turns && turns.Statement == node || parent is WhileStatementSyntax or DoStatementSyntax)
            {
                return (StatementSyntax)parent;
            }
        }

        return null;
    }

    /// <summary>Whether nothing keeps the array: an element of it is read, or a variable of the loop holds it of which that is true.</summary>
    private static bool IsForgotten(IOperation call, StatementSyntax loop)
    {
        if (IsReadOnly(call))
        {
            return true;
        }

        if (call.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } declarator } || !loop.Span.Contains(declarator.Syntax.Span))
        {
            return false;
        }

        var uses = LocalValues.Member(call).OfType<ILocalReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local)).ToList();
        return uses.Count > 0 && uses.TrueForAll(IsReadOnly);
    }

    /// <summary>An element, the length, a span, or the collection of a loop: none of them keeps the array.</summary>
    private static bool IsReadOnly(IOperation value) => value.Parent switch
    {
        IArrayElementReferenceOperation element => element.ArrayReference == value,
        IPropertyReferenceOperation { Property.Name: "Length" } => true,
        IConversionOperation { Type: INamedTypeSymbol { Name: "ReadOnlySpan" }, Parent: IArgumentOperation } => true,
        IConversionOperation { Parent: IForEachLoopOperation } => true,
        _ => false,
    };
}
