using static NetGen.Generator.Tests.Reading.GraphSource;

namespace NetGen.Generator.Tests.Reading;

public sealed class ForwardTests
{
    [Fact]
    public void Calls_of_layers_become_steps_in_their_order() => Assert.Equal(
        """
        1 = Call(0; Field 0)
        2 = Call(1; Field 1)
        -> 2
        """,
        Forward(Network("Tensor Forward(Tensor x) => head(stem.Invoke(x));")));

    [Fact]
    public void Local_gives_its_name_to_the_value_that_it_gets_first() => Assert.Equal(
        """
        1 h = Call(0; Field 0)
        2 y = Add(1, 1)
        3 y = Multiply(2, 1)
        4 = Negate(3)
        -> 4
        """,
        Forward(Body("var h = this.stem(x); Tensor g = h; var y = h + g; y *= h; return -y;")));

    [Theory]
    [InlineData("x + 1", "1 = Constant(Value 1)\n2 = Add(0, 1)\n-> 2")]
    [InlineData("0.5f - x", "1 = Constant(Value 0.5)\n2 = Subtract(1, 0)\n-> 2")]
    [InlineData("x / x", "1 = Divide(0, 0)\n-> 1")]
    [InlineData("x > x", "1 = Greater(0, 0)\n-> 1")]
    [InlineData("x >= 0.0", "1 = Constant(Value 0)\n2 = GreaterOrEqual(0, 1)\n-> 2")]
    [InlineData("x < x", "1 = Less(0, 0)\n-> 1")]
    [InlineData("x <= x", "1 = LessOrEqual(0, 0)\n-> 1")]
    [InlineData("(Tensor)2.5", "1 = Constant(Value 2.5)\n-> 1")]
    [InlineData("x!", "-> 0")]
    [InlineData("2", "1 = Constant(Value 2)\n-> 1")]
    public void Operators_take_tensors_and_numbers(string expression, string expected) =>
        Assert.Equal(expected, Forward(Network($"Tensor Forward(Tensor x) => {expression};")));

    [Theory]
    [InlineData("Softmax(x)", "1 = Softmax(0)\n-> 1")]
    [InlineData("Softmax(x, axis: 0)", "1 = Softmax(0; Axis 0)\n-> 1")]
    [InlineData("Sum(keep: true, x: x, axis: -1)", "1 = Sum(0; Axis -1, Keep 1)\n-> 1")]
    [InlineData("Pow(x, 2)", "1 = Constant(Value 2)\n2 = Pow(0, 1)\n-> 2")]
    [InlineData("Concat(x, x)", "1 = Concat(0, 0)\n-> 1")]
    [InlineData("Concat([x, x])", "1 = Concat(0, 0)\n-> 1")]
    [InlineData("Concat(1, new[] { x, x })", "1 = Concat(0, 0; Axis 1)\n-> 1")]
    [InlineData("Reshape(x, 2, -1)", "1 = Reshape(0; Dims 2 -1)\n-> 1")]
    [InlineData("Reshape(x, [4, 2])", "1 = Reshape(0; Dims 4 2)\n-> 1")]
    [InlineData("Attention(x, x, x, heads: 2, causal: true)", "1 = Attention(0, 0, 0; Heads 2, Causal 1)\n-> 1")]
    [InlineData("MatMul(x, w)", "1 w = Parameter(Field 2)\n2 = MatMul(0, 1)\n-> 2")]
    [InlineData("Dropout(x, 0.25)", "1 = Dropout(0; Rate 0.25)\n-> 1")]
    [InlineData("NetGen.Ops.Exp(x)", "1 = Exp(0)\n-> 1")]
    [InlineData("Gradient(Sum(x), x)", "1 = Sum(0)\n2 = Gradient(1, 0)\n-> 2")]
    public void Methods_of_Ops_keep_the_arguments_that_were_written(string expression, string expected) =>
        Assert.Equal(expected, Forward(Network($"Tensor Forward(Tensor x) => {expression};")));

    [Theory]
    [InlineData("x[1]", "1 = Slice(0; Axis0 1 1 0)\n-> 1")]
    [InlineData("x[^1]", "1 = Slice(0; Axis0 1 1 1)\n-> 1")]
    [InlineData("x[0..8]", "1 = Slice(0; Axis0 0 0 0 8 0)\n-> 1")]
    [InlineData("x[.., 2..^5]", "1 = Slice(0; Axis0 0 0 0 0 1, Axis1 0 2 0 5 1)\n-> 1")]
    [InlineData("x[0, ^3..]", "1 = Slice(0; Axis0 1 0 0, Axis1 0 3 1 0 1)\n-> 1")]
    public void Slices_are_kept_axis_by_axis(string expression, string expected) =>
        Assert.Equal(expected, Forward(Network($"Tensor Forward(Tensor x) => {expression};")));

    [Fact]
    public void Slice_may_hang_on_a_loop_variable() => Assert.Equal(
        """
        1 s = Slice(0; Axis0 0 0 0 4 0)
        2 = Slice(0; Axis0 0 4 0 8 0)
        3 s = Add(1, 2)
        -> 3
        """,
        Forward(Body("var s = x[0..4]; for (var i = 1; i < 2; i++) s += x[(4 * i)..(4 * i + 4)]; return s;")));

    [Fact]
    public void Parameter_is_one_value_however_often_it_is_used() => Assert.Equal(
        """
        1 w = Parameter(Field 2)
        2 = MatMul(0, 1)
        3 = MatMul(2, 1)
        -> 3
        """,
        Forward(Network("Tensor Forward(Tensor x) => MatMul(MatMul(x, w), this.w);")));

    [Fact]
    public void Tuples_are_taken_apart() => Assert.Equal(
        """
        1 a = Call(0; Field 0)
        2 b = Exp(0)
        3 = Subtract(2, 1)
        4 = Add(3, 2)
        -> 4
        """,
        Forward(Body("var (a, b) = (stem(x), Exp(x)); (a, b) = (b, a); (Tensor First, Tensor Second) t = (a, b); var (_, d) = t; return t.First - d + t.Item1;")));

    [Fact]
    public void Named_tuple_makes_several_outputs()
    {
        var forward = Forward(Network("(Tensor Policy, Tensor value) Forward(Tensor x) { var h = stem(x); return (head(h), h); }"));

        Assert.EndsWith("-> 2 Policy, 1 value", forward, StringComparison.Ordinal);
    }

    [Fact]
    public void Unnamed_tuple_of_constants_and_tensors_has_no_names() =>
        Assert.Equal("1 = Constant(Value 1)\n-> 0, 1", Forward(Network("(Tensor, Tensor) Forward(Tensor x) => (x, 1);")));
}
