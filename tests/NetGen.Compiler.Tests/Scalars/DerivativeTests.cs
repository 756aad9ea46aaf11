using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Tests.Scalars;

public class DerivativeTests
{
    public static TheoryData<string> Activations => ActivationTable.Names;

    public static TheoryData<string> Functions => ElementwiseTable.Names;

    [Theory]
    [MemberData(nameof(Activations))]
    public void Derivative_of_an_activation_is_its_central_difference(string name) =>
        AssertSlopes(ActivationTable.Function(name), ActivationTable.Points(name));

    [Fact]
    public void Sixty_functions_are_differentiated() => Assert.Equal(60, ElementwiseTable.Names.Count);

    [Theory]
    [MemberData(nameof(Functions))]
    public void Derivative_is_the_central_difference(string name) =>
        AssertSlopes(ElementwiseTable.Function(name), ElementwiseTable.Points);

    [Theory]
    [MemberData(nameof(Functions))]
    public void Second_and_third_derivatives_are_central_differences(string name)
    {
        var first = Derivative.Of(ElementwiseTable.Function(name), 0);
        AssertSlopes(first, ElementwiseTable.Points);
        AssertSlopes(Derivative.Of(first, 0), ElementwiseTable.Points);
    }

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

    [Fact]
    public void Max_and_min_take_the_slope_of_the_second_argument_at_ties()
    {
        var (x, y) = (2.0 * Scalar.X, 3.0 * Scalar.X);
        Assert.Equal(3, ScalarEvaluator.Evaluate(Derivative.Of(Scalar.Max(x, y), 0), 0));
        Assert.Equal(3, ScalarEvaluator.Evaluate(Derivative.Of(Scalar.Min(x, y), 0), 0));
    }

    [Fact]
    public void Absolute_value_has_its_sign_as_slope_and_none_at_zero()
    {
        var slope = Derivative.Of(Scalar.Abs(Scalar.X), 0);
        Assert.Equal(Scalar.Sign(Scalar.X), slope);
        Assert.Equal(0, ScalarEvaluator.Evaluate(slope, 0));
        Assert.Equal(new Constant(0), Derivative.Of(slope, 0));
    }

    [Theory]
    [InlineData(0, 2, 0, 0)]
    [InlineData(0, 1, 1, 0)]
    [InlineData(-2, 3, 12, double.NaN)]
    [InlineData(2, 3, 12, 5.545177444479562)]
    public void Power_has_slopes_at_a_base_of_zero_and_below(double x, double y, double byBase, double byExponent)
    {
        var power = Scalar.Pow(Scalar.X, Scalar.Variable(1));
        Assert.Equal(byBase, ScalarEvaluator.Evaluate(Derivative.Of(power, 0), x, y), 12);
        Assert.Equal(byExponent, ScalarEvaluator.Evaluate(Derivative.Of(power, 1), x, y), 12);
    }

    private static void AssertSlopes(Expr function, IEnumerable<double> points)
    {
        const double Step = 1e-5;
        var derivative = Derivative.Of(function, 0);
        foreach (var x in points)
        {
            var (before, after) = (ScalarEvaluator.Evaluate(function, x - Step), ScalarEvaluator.Evaluate(function, x + Step));
            if (double.IsNaN(before))
            {
                continue;
            }

            // What the difference quotient itself lacks: rounding of the values, and h^2 / 6 of the third derivative, here from coarser steps.
            var expected = (after - before) / (2 * Step);
            var coarse = (ScalarEvaluator.Evaluate(function, x + (2 * Step)) - ScalarEvaluator.Evaluate(function, x - (2 * Step))) / (4 * Step);
            var tolerance = (1e-7 * (1 + Math.Abs(expected))) + (1e-10 * Math.Abs(after)) + Math.Abs(coarse - expected);
            var found = ScalarEvaluator.Evaluate(derivative, x);
            Assert.True(Math.Abs(found - expected) <= tolerance, $"({function})' at {x}: expected {expected}, found {found}");
        }
    }
}
