using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Tests.Scalars;

public class DerivativeTests
{
    public static TheoryData<string> Names => ActivationTable.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Derivative_of_an_activation_is_its_central_difference(string name) =>
        AssertSlopes(ActivationTable.Function(name), ActivationTable.Points(name));

    [Fact]
    public void Derivative_of_every_function_is_its_central_difference()
    {
        foreach (var op in Enum.GetValues<UnaryOp>().Except([UnaryOp.Floor]))
        {
            AssertSlopes(Scalar.Apply(op, 0.5 + (Scalar.X * Scalar.X)), [0.3, 0.7, 1.3, 2.1]);
        }

        foreach (var op in Enum.GetValues<BinaryOp>())
        {
            AssertSlopes(Scalar.Apply(op, 1.5 + Scalar.Sin(Scalar.X), Scalar.X * 2.0), [0.3, 0.7, 1.3, 2.1]);
        }
    }

    [Fact]
    public void Derivative_by_one_variable_holds_the_others_fixed()
    {
        var (x, y) = (Scalar.Variable(0), Scalar.Variable(1));
        Assert.Equal(new Variable(0), Derivative.Of(x * y, 1));
        Assert.Equal(new Constant(0), Derivative.Of(Scalar.Exp(x), 1));
    }

    [Theory]
    [InlineData("Tanh", "1 - tanh(x0) * tanh(x0)")]
    [InlineData("Sigmoid", "sigmoid(x0) * (1 - sigmoid(x0))")]
    [InlineData("ReLU", "x0 > 0 ? 1 : 0")]
    [InlineData("LeakyReLU(0.01)", "x0 > 0 ? 1 : 0.01")]
    public void Derivative_reuses_the_function(string name, string expected) =>
        Assert.Equal(expected, ExprPrinter.Print(Derivative.Of(ActivationTable.Function(name), 0)));

    [Fact]
    public void Max_takes_the_slope_of_the_larger_argument() =>
        Assert.Equal("x0 > 2 ? 1 : 0", ExprPrinter.Print(Derivative.Of(Scalar.Max(Scalar.X, 2.0), 0)));

    private static void AssertSlopes(Expr function, IEnumerable<double> points)
    {
        const double Step = 1e-5;
        var derivative = Derivative.Of(function, 0);
        foreach (var x in points)
        {
            var expected = (ScalarEvaluator.Evaluate(function, x + Step) - ScalarEvaluator.Evaluate(function, x - Step)) / (2 * Step);
            var found = ScalarEvaluator.Evaluate(derivative, x);
            Assert.True(Math.Abs(found - expected) <= 1e-7 * (1 + Math.Abs(expected)), $"({function})' at {x}: expected {expected}, found {found}");
        }
    }
}
