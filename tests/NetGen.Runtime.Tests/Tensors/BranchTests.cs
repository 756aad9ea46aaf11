using static NetGen.Ops;

namespace NetGen.Runtime.Tests.Tensors;

/// <summary>Derivatives at kinks and far out, where a branch that is not taken has none.</summary>
public sealed class BranchTests
{
    [Fact]
    public void Branch_not_taken_has_no_part_in_the_derivative()
    {
        var x = Tensor.From([-1000.0, 0, 4, 1000]);

        Close.Assert([0, 0, 0.25, 1 / Math.Sqrt(4000)], Gradient(Where(x > 0, Sqrt(x), 0), x), 1e-15, "square root");
        Close.Assert([0, 1, 1, 1], Gradient(Where(x < 0, Exp(x), x), x), 1e-15, "exponential");
        Close.Assert([0, 0, -1.0 / 32, -0.25 / Math.Pow(1000, 1.5)], Gradient(Gradient(Where(x > 0, Sqrt(x), 0), x), x), 1e-15, "second of square root");
    }

    [Fact]
    public void Maximum_and_minimum_take_the_second_operand_at_ties()
    {
        var x = Tensor.From([1.0, 2, 3]);
        var y = Tensor.From([2.0, 2, 2]);

        Close.Assert([0, 0, 1], Gradient(Maximum(x, y), x), 0, "maximum by x");
        Close.Assert([1, 1, 0], Gradient(Maximum(x, y), y), 0, "maximum by y");
        Close.Assert([1, 0, 0], Gradient(Minimum(x, y), x), 0, "minimum by x");
        Close.Assert([0, 1, 1], Gradient(Minimum(x, y), y), 0, "minimum by y");
    }

    [Fact]
    public void HardSwish_has_the_derivative_of_its_outer_pieces_at_its_kinks()
    {
        var x = Tensor.From([-3.0, 3]);

        Close.Assert([0, 1], Gradient(HardSwish(x), x), 0, "hard swish");
    }

    [Fact]
    public void Comparisons_and_conditions_have_no_gradient()
    {
        var x = Tensor.From([-1.0, 0, 2]);

        Close.Assert([0, 0, 0], Gradient(Where(x, 3, 4) + (x > 0) + Equal(x, 2) + Sign(x) + Floor(x), x), 0, "conditions");
    }

    [Fact]
    public void Sigmoid_and_softplus_do_not_overflow()
    {
        var x = Tensor.From([-1000f, 1000]);

        Assert.Equal([0f, 1], Sigmoid(x).ToArray());
        Assert.Equal([0f, 1000], Softplus(x).ToArray());
        Assert.Equal([0f, 1], Gradient(Softplus(x), x).ToArray());
    }

    [Fact]
    public void Not_a_number_stays_one()
    {
        var x = Tensor.From([double.NaN]);

        foreach (var y in (ReadOnlySpan<Tensor>)[Sign(x), Floor(x), Abs(x), Erf(x), Expm1(x), Log1p(x), Sigmoid(x), Tanh(x), Max(Reshape(x, 1)), Softmax(Reshape(x, 1))])
        {
            Assert.Equal([double.NaN], y.ToDoubleArray());
        }
    }
}
