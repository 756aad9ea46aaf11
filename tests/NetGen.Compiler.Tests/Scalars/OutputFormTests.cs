using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Tests.Scalars;

public class OutputFormTests
{
    [Theory]
    [InlineData("ReLU", "y > 0 ? 1 : 0")]
    [InlineData("LeakyReLU(0.01)", "y > 0 ? 1 : 0.01")]
    [InlineData("ELU(1)", "y > 0 ? 1 : y + 1")]
    [InlineData("ELU(0.7)", "y > 0 ? 1 : y + 0.7")]
    [InlineData("SELU", "y > 0 ? 1.0507009873554805 : y + 1.7580993408473766")]
    [InlineData("Tanh", "1 - y * y")]
    [InlineData("Sigmoid", "y * (1 - y)")]
    public void Derivative_can_be_written_in_the_output(string name, string expected)
    {
        var function = ActivationTable.Function(name);
        Assert.True(OutputForm.TryRewrite(Derivative.Of(function, 0), function, 0, 1, out var rewritten));
        Assert.Equal(expected, ExprPrinter.Print(rewritten, ["x", "y"]));
        foreach (var x in ActivationTable.Points(name))
        {
            var y = ScalarEvaluator.Evaluate(function, x);
            var slope = ScalarEvaluator.Evaluate(Derivative.Of(function, 0), x);
            Assert.Equal(slope, ScalarEvaluator.Evaluate(rewritten, double.NaN, y), 12);
        }
    }

    [Theory]
    [InlineData("GELU")]
    [InlineData("SiLU")]
    [InlineData("HardSwish")]
    [InlineData("Mish")]
    public void Derivative_that_needs_the_input_is_refused(string name)
    {
        var function = ActivationTable.Function(name);
        Assert.False(OutputForm.TryRewrite(Derivative.Of(function, 0), function, 0, 1, out _));
    }

    [Theory]
    [InlineData(-0.5)]
    [InlineData(-2)]
    public void Negative_slope_hides_the_sign_of_the_input(double slope)
    {
        var function = Activations.LeakyReLU(slope);
        Assert.False(OutputForm.TryRewrite(Derivative.Of(function, 0), function, 0, 1, out _));
    }

    [Fact]
    public void Affine_functions_are_solved_for_what_they_contain()
    {
        var function = 3.0 - (2.0 * Scalar.Exp(Scalar.X));
        Assert.True(OutputForm.TryRewrite(Derivative.Of(function, 0), function, 0, 1, out var rewritten));
        Assert.Equal("x1 - 3", ExprPrinter.Print(rewritten));
    }
}
