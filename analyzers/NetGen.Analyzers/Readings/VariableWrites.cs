using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Analyzers;

/// <summary>Where the text of a member puts something into a variable, other than what it is declared with. Variables are told apart by their names alone, so that two of one name count as one.</summary>
internal static class VariableWrites
{
    /// <summary>Whether a member, its local functions and lambdas included, writes a variable.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="place">Anything in the member; the statements of a program without a class are one member.</param>
    public static bool Any(string name, SyntaxNode place) => place.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member
        || (member is GlobalStatementSyntax ? member.Parent! : member).DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name && IsWrite(use));

    private static bool IsWrite(IdentifierNameSyntax name)
    {
        SyntaxNode use = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access && access.Name == name ? access : name;
        while (use.Parent is ParenthesizedExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax })
        {
            use = use.Parent is ArgumentSyntax element ? element.Parent! : use.Parent;
        }

        return use.Parent switch
        {
            // What an initializer names are members of what it makes.
            AssignmentExpressionSyntax assignment => assignment.Left == use && !assignment.Parent.IsKind(SyntaxKind.ObjectInitializerExpression) && !assignment.Parent.IsKind(SyntaxKind.WithInitializerExpression),
            PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
            PostfixUnaryExpressionSyntax postfix => postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            ForEachVariableStatementSyntax each => each.Variable == use,
            RefExpressionSyntax => true,
            _ => false,
        };
    }
}
