using static NetGen.Ops;

namespace NetGen.Runtime.Tests.Tensors;

public sealed class HigherOrderTests
{
    private static readonly Tensor X = Tensor.From([-1.2, -0.4, 0.3, 0.9, 2]);

    [Fact]
    public void Second_derivative_of_a_network_by_its_input_is_the_analytic_one()
    {
        // u = Σ vₖ tanh(aₖ x + bₖ), so u'' = Σ vₖ aₖ² · -2 t (1 - t²)
        double[] a = [0.7, -1.3, 2.1], b = [0.1, 0.5, -0.2], v = [1.5, -0.8, 0.4];
        var (weight, bias, output) = (Tensor.Unbatched(a, 3), Tensor.Unbatched(b, 3), Tensor.Unbatched(v, 3));
        var x = Reshape(X, 1);
        var u = MatMul(Tanh((x * weight) + bias), output);
        var second = Gradient(Gradient(u, x), x);

        Close.Assert(
            [.. X.ToDoubleArray().Select(at => Enumerable.Range(0, 3).Sum(k =>
            {
                double t = Math.Tanh((a[k] * at) + b[k]);
                return v[k] * a[k] * a[k] * -2 * t * (1 - (t * t));
            }))],
            second,
            1e-13,
            "u''");
    }

    [Fact]
    public void Residual_of_a_differential_equation_is_trained_through()
    {
        // The loss Σ (u'' + u)² / n of u = sin(w x) is (1 - w²)² Σ sin²(w x) / n.
        const double W = 1.3;
        var w = Tensor.Unbatched([W]);
        var u = Sin(w * X);
        var loss = Square(Gradient(Gradient(u, X), X) + u);
        double expected = X.ToDoubleArray().Sum(x => (-4 * W * (1 - (W * W)) * Math.Pow(Math.Sin(W * x), 2)) + (Math.Pow(1 - (W * W), 2) * x * Math.Sin(2 * W * x)));

        Close.Assert([expected], Gradient(loss, w), 1e-12, "gradient by w");
    }

    [Fact]
    public void Fifth_derivative_of_exp_of_sine_is_the_analytic_one()
    {
        var y = Exp(Sin(X));
        for (int order = 0; order < 5; order++)
        {
            y = Gradient(y, X);
        }

        // d⁵/dx⁵ exp(s): exp(s) c (c⁴ - 10 c² s + 15 s² - 10 c² + 15 s + 1), s = sin x, c = cos x
        Close.Assert(
            [.. X.ToDoubleArray().Select(x =>
            {
                var (s, c) = Math.SinCos(x);
                return Math.Exp(s) * c * (Math.Pow(c, 4) - (10 * c * c * s) + (15 * s * s) - (10 * c * c) + (15 * s) + 1);
            })],
            y,
            1e-11,
            "fifth derivative");
    }

    [Fact]
    public void Gradient_by_a_value_between_is_that_of_what_follows()
    {
        var between = Square(X);
        var y = (3 * between) + X;

        Close.Assert([3, 3, 3, 3, 3], Gradient(y, between), 0, "by x²");
        Close.Assert([.. X.ToDoubleArray().Select(x => (6 * x) + 1)], Gradient(y, X), 1e-15, "by x");
    }

    [Fact]
    public void Gradient_by_itself_is_one() => Close.Assert([1, 1, 1, 1, 1], Gradient(X, X), 0, "by itself");

    [Fact]
    public void Gradient_by_what_is_not_used_is_zero()
    {
        var other = Tensor.Unbatched([1.0, 2], 2);

        Close.Assert([0, 0], Gradient(Sin(X), other), 0, "by another");
        Close.Assert([0, 0, 0, 0, 0], Gradient(Gradient(3 * X, X), X), 0, "second derivative of a line");
    }

    [Fact]
    public void Gradient_by_an_input_is_each_sample_s_own()
    {
        var x = Tensor.From([1.0, 2, 3, 4], 2);

        Close.Assert([2, 1, 4, 3], Gradient(x[0] * x[1], x), 0, "product");
    }

    [Fact]
    public void Gradient_by_a_parameter_is_summed_over_the_samples()
    {
        var w = Tensor.Unbatched([2.0]);
        var gradient = Gradient(X * w, w);

        Assert.False(gradient.IsBatched);
        Close.Assert([X.ToDoubleArray().Sum()], gradient, 1e-15, "by w");
    }

    [Fact]
    public void Detach_stops_the_gradient()
    {
        Close.Assert(X.ToDoubleArray(), Gradient(X * Detach(X), X), 0, "half of a square");
    }

    [Fact]
    public void Long_chain_is_differentiated()
    {
        var y = X;
        for (int i = 0; i < 20_000; i++)
        {
            y += 0.5;
        }

        Close.Assert([1, 1, 1, 1, 1], Gradient(y, X), 0, "chain");
    }
}
