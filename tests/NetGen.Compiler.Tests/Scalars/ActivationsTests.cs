using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Tests.Scalars;

public class ActivationsTests
{
    public static TheoryData<string, Func<double, double>> Formulas => new()
    {
        { "ReLU", x => Math.Max(x, 0) },
        { "LeakyReLU(0.01)", x => x > 0 ? x : 0.01 * x },
        { "ELU(0.7)", x => x > 0 ? x : 0.7 * (Math.Exp(x) - 1) },
        { "SELU", x => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * (Math.Exp(x) - 1)) },
        { "ApproximateGELU", x => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x)))) },
        { "SiLU", x => x / (1 + Math.Exp(-x)) },
        { "Softplus", x => x > 20 ? x : Math.Log(1 + Math.Exp(x)) },
        { "HardSigmoid", x => Math.Clamp(x + 3, 0, 6) / 6 },
        { "HardSwish", x => x * Math.Clamp(x + 3, 0, 6) / 6 },
        { "Mish", x => x * Math.Tanh(x > 20 ? x : Math.Log(1 + Math.Exp(x))) },
    };

    [Theory]
    [MemberData(nameof(Formulas), DisableDiscoveryEnumeration = true)]
    public void Activation_has_the_value_of_its_formula(string name, Func<double, double> formula)
    {
        foreach (var x in ActivationTable.Points(name))
        {
            var expected = formula(x);
            var found = ScalarEvaluator.Evaluate(ActivationTable.Function(name), x);
            Assert.True(Math.Abs(found - expected) <= 1e-13 * (1 + Math.Abs(expected)), $"{name}({x}): expected {expected}, found {found}");
        }
    }

    // Values of torch.nn.functional.gelu in float64.
    [Theory]
    [InlineData(1.0, 0.8413447460685429)]
    [InlineData(-0.5, -0.15426876936299344)]
    [InlineData(3.0, 2.99595030590511)]
    public void Gelu_is_x_times_the_normal_distribution_function(double x, double expected) =>
        Assert.Equal(expected, ScalarEvaluator.Evaluate(Activations.GELU, x), 14);
}
