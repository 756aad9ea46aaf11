using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Analyzers;

/// <summary>Tells an argument that can never be constant from one that is merely not finished.</summary>
internal static class ConstantExpression
{
    /// <summary>The expression itself or, for a list, its elements.</summary>
    public static IEnumerable<ExpressionSyntax> Parts(ExpressionSyntax expression) => expression switch
    {
        ArrayCreationExpressionSyntax array => array.Initializer?.Expressions ?? [],
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        CollectionExpressionSyntax collection =>
            collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression),
        _ => [expression],
    };

    /// <summary>
    /// True for an expression that is well-formed and has a type and yet no constant value. Text that does not bind is silent here: the
    /// C# compiler already says what is wrong with it.
    /// </summary>
    public static bool IsVariable(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        if (expression.ContainsDiagnostics || expression is TypeOfExpressionSyntax)
        {
            return false;
        }

        if (model.GetConstantValue(expression, cancellation).HasValue)
        {
            return false;
        }

        return model.GetTypeInfo(expression, cancellation).Type is { TypeKind: not TypeKind.Error }
            && !expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
                .Any(name => model.GetSymbolInfo(name, cancellation).Symbol is null && !IsInNameof(name));
    }

    private static bool IsInNameof(SyntaxNode node) =>
        node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };
}
