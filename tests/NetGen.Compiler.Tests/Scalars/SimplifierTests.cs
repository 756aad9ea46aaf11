using FsCheck;
using FsCheck.Fluent;
using NetGen.Compiler.Scalars;
using static NetGen.Compiler.Scalars.Scalar;

namespace NetGen.Compiler.Tests.Scalars;

public class SimplifierTests
{
    private static readonly Expr Y = Variable(1);

    public static TheoryData<Expr, string> Rules => new()
    {
        { X * 1.0, "x0" },
        { X + 0.0, "x0" },
        { 0.0 * X, "0" },
        { -(-X), "x0" },
        { X - X, "0" },
        { X / 4.0, "0.25 * x0" },
        { X / 3.0, "x0 / 3" },
        { 2.0 * (3.0 * X), "6 * x0" },
        { (X + 1.0) + 2.0, "x0 + 3" },
        { X + X, "2 * x0" },
        { X + (-Y), "x0 - x1" },
        { X * (-Y), "-(x0 * x1)" },
        { Select(Comparison.Greater, X, Y, 3.0, 3.0), "3" },
        { Select(Comparison.Greater, 1.0, 0.0, X, Y), "x0" },
        { Select(Comparison.Less, 0.0, X, X, Y), "x0 > 0 ? x0 : x1" },
        { Y * IfPositive(X, 1.0, 0.0), "x0 > 0 ? x1 : 0" },
        { Pow(X, 2.0), "x0 * x0" },
        { Exp(0.0), "1" },
    };

    [Theory]
    [MemberData(nameof(Rules), DisableDiscoveryEnumeration = true)]
    public void Rule_gives_the_smaller_form(Expr expr, string expected) =>
        Assert.Equal(expected, ExprPrinter.Print(Simplifier.Simplify(expr)));

    [Fact]
    public void Commuted_operands_become_equal()
    {
        Assert.NotEqual(X * Tanh(Y), Tanh(Y) * X);
        Assert.Equal(Simplifier.Simplify((X * Tanh(Y)) + X), Simplifier.Simplify(X + (Tanh(Y) * X)));
    }

    [Fact]
    public void Simplified_expression_has_the_same_value() =>
        Prop.ForAll(Cases(), c =>
        {
            var before = ScalarEvaluator.Evaluate(c.Expr, c.X, c.Y);
            var after = ScalarEvaluator.Evaluate(Simplifier.Simplify(c.Expr), c.X, c.Y);
            // Products with zero and differences of equals may lose a NaN or an infinity, as documented.
            return double.IsNaN(before) || double.IsInfinity(before) || Math.Abs(after - before) <= 1e-9 * (1 + Math.Abs(before));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Simplifying_twice_changes_nothing() =>
        Prop.ForAll(Cases(), c =>
        {
            var once = Simplifier.Simplify(c.Expr);
            return once.Equals(Simplifier.Simplify(once));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Shared_subtrees_are_simplified_once()
    {
        // As a tree it has 2^200 leaves.
        var e = X;
        for (var i = 0; i < 200; i++)
        {
            e = Tanh(e * e);
        }

        Assert.Equal(401, Simplifier.Simplify(e).Nodes().Count);
    }

    private static Arbitrary<Case> Cases() =>
        (from expr in Expressions(4) from x in Numbers from y in Numbers select new Case(expr, x, y)).ToArbitrary();

    private static Gen<double> Numbers => Gen.Choose(-12, 12).Select(n => n / 4.0);

    private static Gen<Expr> Expressions(int depth)
    {
        var leaf = Gen.OneOf(Numbers.Select(Constant), Gen.Choose(0, 1).Select(Variable));
        if (depth == 0)
        {
            return leaf;
        }

        var part = Expressions(depth - 1);
        // Without the functions whose values jump or grow without bound under the rounding that merging constants brings.
        var unary = Gen.Elements(UnaryOp.Neg, UnaryOp.Abs, UnaryOp.Tanh, UnaryOp.Sigmoid, UnaryOp.Erf, UnaryOp.Sin, UnaryOp.Cos);
        var binary = Gen.Elements(BinaryOp.Add, BinaryOp.Sub, BinaryOp.Mul, BinaryOp.Max, BinaryOp.Min);
        return Gen.OneOf(
            leaf,
            from op in unary from x in part select Apply(op, x),
            from op in binary from a in part from b in part select Apply(op, a, b),
            from a in part from c in Gen.Elements(0.5, -2, 3, 7) select a / c,
            from a in leaf from t in part from e in part select IfPositive(a, t, e));
    }

    private sealed record Case(Expr Expr, double X, double Y);
}
