using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Reading.Forward;

/// <summary>What stands at a place, in a word or as it is written.</summary>
internal static class FoundText
{
    public static string Of(IOperation operation) => operation.Syntax switch
    {
        TryStatementSyntax => "a 'try' statement",
        ThrowStatementSyntax or ThrowExpressionSyntax => "'throw'",
        UsingStatementSyntax => "a 'using' statement",
        LockStatementSyntax => "a 'lock' statement",
        GotoStatementSyntax => "'goto'",
        LabeledStatementSyntax => "a label",
        YieldStatementSyntax => "'yield'",
        AwaitExpressionSyntax => "'await'",
        QueryExpressionSyntax => "a query",
        AnonymousFunctionExpressionSyntax => "a lambda",
        CheckedStatementSyntax => "a 'checked' statement",
        LocalDeclarationStatementSyntax => "a 'using' declaration",
        ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax => "a loop",
        SwitchStatementSyntax => "a 'switch' statement",
        var syntax => $"'{Shortened(syntax)}'",
    };

    /// <summary>The text on one line, and not too much of it.</summary>
    public static string Shortened(SyntaxNode syntax)
    {
        var text = string.Join(" ", syntax.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "…";
    }
}
