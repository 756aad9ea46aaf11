using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Emission.Simd;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Tests.Scalars;

/// <summary>Value and derivative, printed together, compute nothing twice.</summary>
public class DerivativeCodeTests
{
    public static TheoryData<string> Functions => ElementwiseTable.Names;

    [Theory]
    [MemberData(nameof(Functions))]
    public void Each_subtree_of_value_and_derivative_is_computed_once(string name)
    {
        var function = Simplifier.Simplify(ElementwiseTable.Function(name));
        AssertNothingTwice(function, Derivative.Of(function, 0));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Each_subtree_of_value_and_three_derivatives_is_computed_once(string name)
    {
        var function = Simplifier.Simplify(ElementwiseTable.Function(name));
        var first = Derivative.Of(function, 0);
        var second = Derivative.Of(first, 0);
        AssertNothingTwice(function, first, second, Derivative.Of(second, 0));
    }

    [Fact]
    public void Derivative_of_tanh_has_no_function_of_its_own()
    {
        var tanh = Scalar.Tanh(Scalar.X);
        var nodes = ExprWalk.Nodes([tanh, Derivative.Of(tanh, 0)]);
        Assert.Single(nodes.OfType<Unary>());
    }

    private static void AssertNothingTwice(params Expr[] roots)
    {
        var code = SimdExpressionWriter.Write(SimdTarget.Vector512, default, roots, ["x"], "t");
        // In the expressions: every transcendental function that is a distinct node is called once.
        var nodes = ExprWalk.Nodes(roots);
        Assert.Equal(nodes.Count, nodes.Distinct().Count());
        var calls = nodes.Count(node => node is Binary { Op: BinaryOp.Pow } || (node is Unary u && Enum.TryParse<Function>(u.Op.ToString(), out _)));
        // In the text: every operation once. Results that are the same as another root or statement are names.
        var operations = code.Statements.Select(statement => statement[(statement.IndexOf('=', StringComparison.Ordinal) + 1)..^1])
            .Concat(code.Results.Distinct())
            .SelectMany(text => SyntaxFactory.ParseExpression(text).DescendantNodesAndSelf())
            .Where(IsOperation).ToList();
        Assert.Equal(calls, operations.Count(node => node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax }));
        var twice = operations.GroupBy(node => node.NormalizeWhitespace().ToString()).Where(group => group.Count() > 1).Select(group => group.Key);
        Assert.True(!twice.Any(), $"computed twice: {string.Join("; ", twice)}\nin\n{string.Join("\n", code.Statements.Concat(code.Results))}");
    }

    // Constants are loaded where they are used, and a comparison stands in each of its choices, where it becomes a mask register.
    private static bool IsOperation(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => call.Expression.ToString() is var name && !name.EndsWith(".Create", StringComparison.Ordinal) && !IsComparison(name),
        BinaryExpressionSyntax => true,
        PrefixUnaryExpressionSyntax prefix => prefix.Operand is not LiteralExpressionSyntax,
        _ => false,
    };

    private static bool IsComparison(string name) =>
        name.EndsWith(".GreaterThan", StringComparison.Ordinal) || name.EndsWith(".LessThan", StringComparison.Ordinal) ||
        name.EndsWith("OrEqual", StringComparison.Ordinal) || name.EndsWith(".Equals", StringComparison.Ordinal);
}
