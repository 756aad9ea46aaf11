using System.Diagnostics.CodeAnalysis;
using static NetGen.Ops;

namespace NetGen.Runtime.Tests.Tensors;

public sealed class MapTests
{
    private static readonly Tensor X = Tensor.From([-1.5, 0.25, 2]);

    [Fact]
    public void Map_calls_the_function_for_each_value()
    {
        int calls = 0;
        var y = Map(Tensor.From([1f, 2, 3]), x =>
        {
            calls++;
            return MathF.Sqrt(x);
        });

        Assert.Equal([1f, MathF.Sqrt(2), MathF.Sqrt(3)], y.ToArray());
        Assert.Equal(3, calls);
    }

    [Fact]
    public void Map_takes_functions_of_both_precisions_by_name()
    {
        Assert.Equal([2f], Map(Tensor.From([1f]), TwiceSingle).ToArray());
        Assert.Equal([2.0], Map(Tensor.From([1.0]), TwiceDouble).ToDoubleArray());
    }

    [Fact]
    public void Map_of_several_arguments_broadcasts()
    {
        var y = Map(Tensor.From([1f, 2, 3, 4], 2), Tensor.Unbatched([10f]), (x, slope) => x * slope);
        var z = Map(X, 1, 2, 3, (double a, double b, double c, double d) => a + (10 * b) + (100 * c) + (1000 * d));

        Assert.Equal([10f, 20, 30, 40], y.ToArray());
        Assert.Equal([2], y.Shape);
        Assert.Equal([3208.5, 3210.25, 3212], z.ToDoubleArray());
    }

    [Fact]
    public void Derivative_of_an_unknown_function_says_what_to_do()
    {
        var error = Assert.Throws<NotSupportedException>(() => Gradient(Map(X, Unknown), X));

        Assert.StartsWith("the derivative of MapTests.Unknown is not known: mark the method [Elementwise]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_function_beside_the_way_is_no_obstacle()
    {
        Close.Assert([1, 1, 1], Gradient(X + Map(Tensor.From([1.0, 2, 3]), Unknown), X), 0, "sum");
    }

    [Fact]
    public void Known_function_is_differentiated_to_any_order()
    {
        ElementwiseFunctions.Register((Func<double, double>)Cube, x => x[0] * x[0] * x[0]);
        var first = Gradient(Map(X, Cube), X);

        Close.Assert([.. X.ToDoubleArray().Select(x => 3 * x * x)], first, 1e-15, "first");
        Close.Assert([.. X.ToDoubleArray().Select(x => 6 * x)], Gradient(first, X), 1e-15, "second");
        Close.Assert([6, 6, 6], Gradient(Gradient(first, X), X), 1e-15, "third");
    }

    [Fact]
    public void Known_function_with_one_tensor_for_two_arguments_has_both_derivatives()
    {
        ElementwiseFunctions.Register((Func<double, double, double>)Ratio, x => x[0] / (1 + Square(x[1])));
        var x = Tensor.From([2.0]);
        var slope = Tensor.Unbatched([2.0]);

        Close.Assert([(1 - 4) / 25.0], Gradient(Map(x, x, Ratio), x), 1e-15, "both");
        Close.Assert([-8 / 25.0], Gradient(Map(x, slope, Ratio), slope), 1e-15, "parameter");
    }

    [Fact]
    public void Known_function_that_ignores_its_argument_is_flat()
    {
        ElementwiseFunctions.Register((Func<double, double>)One, _ => 1);

        Close.Assert([0, 0, 0], Gradient(Map(X, One), X), 0, "constant");
    }

    [Fact]
    public void User_s_own_derivative_goes_before_the_composition()
    {
        ElementwiseFunctions.Register((Func<double, double>)Step, x => x[0] > 0, x => Exp(-x[0]));

        Close.Assert([.. X.ToDoubleArray().Select(x => Math.Exp(-x))], Gradient(Map(X, Step), X), 1e-15, "surrogate");
    }

    [Fact]
    public void Float_function_in_double_counts_as_written_in_double()
    {
        ElementwiseFunctions.Register((Func<float, float>)Wave, x => Sin(x[0]));

        Close.Assert([.. X.ToDoubleArray().Select(Math.Sin)], Map(X, Wave), 1e-15, "sine");
        Close.Assert([.. X.ToDoubleArray().Select(Math.Cos)], Gradient(Map(X, Wave), X), 1e-15, "cosine");
    }

    private static float TwiceSingle(float x) => 2 * x;

    private static double TwiceDouble(double x) => 2 * x;

    private static double Unknown(double x) => x * x;

    private static double Cube(double x) => x * x * x;

    private static double Ratio(double x, double y) => x / (1 + (y * y));

    [SuppressMessage("Style", "IDE0060", Justification = "The argument is ignored on purpose.")]
    private static double One(double x) => 1;

    private static double Step(double x) => x > 0 ? 1 : 0;

    private static float Wave(float x) => MathF.Sin(x);
}
