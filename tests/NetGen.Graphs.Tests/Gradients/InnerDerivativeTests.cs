#if !SINGLE
using static NetGen.Ops;

namespace NetGen.Graphs.Tests.Gradients;

/// <summary>Rounding with the slope of a straight line, within another function: Bengio, Léonard, Courville 2013.</summary>
[Network(Precision = Precision.Double), Input(3), MeanSquaredError]
public partial class StraightThroughNet
{
    [Parameter(3, Value = 0.4)] Tensor w;

    (Tensor value, Tensor slope) Forward(Tensor x)
    {
        var y = Map(x, w, Quantised);
        return (y, Gradient(y, x));
    }

    [Elementwise] static double Quantised(double x, double w) => 3 * Round(2 * x * w);

    [Elementwise] static double Round(double x) => Math.Floor(x + 0.5);

    [Derivative(nameof(Round))]
    static double Straight(double x) => 1;
}

public sealed class InnerDerivativeTests
{
    private static readonly double[] s_inputs = [0.7, -2, 3];

    private readonly StraightThroughNet _net = new(1);

    [Fact]
    public void Derivative_of_an_inner_function_is_the_users()
    {
        var (gradients, inputGradients) = (new double[3], new double[3]);

        _net.Backward(s_inputs, [1, 10, 100], new double[3], gradients, inputGradients);

        AssertClose([6 * 0.7, 6 * -20, 6 * 300], gradients);
        AssertClose([2.4, 24, 240], inputGradients);
    }

    [Fact]
    public void Compiled_code_and_Forward_agree_on_it()
    {
        var (value, slope) = _net.Predict(s_inputs);
        var unfused = _net.PredictUnfused(s_inputs);

        AssertClose([3, -6, 6], value);
        AssertClose([2.4, 2.4, 2.4], slope);
        AssertClose(value, unfused.value);
        AssertClose(slope, unfused.slope);
    }

    private static void AssertClose(double[] expected, double[] actual) => Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-12);
}
#endif
