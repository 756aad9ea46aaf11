using Microsoft.CodeAnalysis;
using NetGen.CodeFixes;
using NetGen.Testing;
using static NetGen.Analyzers.Tests.GraphAnalyzerTests;

namespace NetGen.Analyzers.Tests;

/// <summary>NG2001 and NG2007 in graphs; NG2004, NG2005, NG2008, NG2009, NG2010.</summary>
public sealed class ReviewedActivationTests
{
    [Theory]
    [InlineData("Input(5), Dense(4), ReLU, {|NG2008:ReLU|}, Dense(2)")]
    [InlineData("Input(5), Dense(4), ReLU, Dropout, {|NG2008:Sigmoid|}, Dense(2)")]
    [InlineData("Input(2, 5), Dense(4), Tanh, Flatten, {|NG2008:PReLU|}, Dense(2)")]
    [InlineData("Input(5), Dense(4), GELU, {|NG2008:SiLU|}, {|NG2008:Tanh|}, Dense(2)")]
    [InlineData("Input(5), Dense(4), Softmax, {|NG2008:Softmax|}")]
    public Task Activation_on_an_activation_is_reported(string attributes) => Verify(attributes);

    [Theory]
    [InlineData("Input(5), ReLU, Dense(4), ReLU, LayerNorm, Tanh, Dense(2), Sigmoid")]
    [InlineData("Input(5), Dense(4), LeakyReLU, Softmax")]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3), ReLU, MaxPool2D(2), ReLU, Flatten, Dense(2)")]
    public Task Activations_with_something_in_between_are_clean(string attributes) => Verify(attributes);

    [Fact]
    public async Task Second_ReLU_is_told_to_change_nothing()
    {
        var found = await Verify("Input(5), Dense(4), ReLU, {|NG2008:ReLU|}, Dense(2)");

        Assert.Equal("'relu2' changes nothing: what 'relu1' made has no negative values; remove it", found[0].GetMessage(null));
    }

    [Theory]
    [InlineData("x * Tanh(Softplus(x))")]
    [InlineData("act(ReLU(x))")]
    [InlineData("ReLU(act(x) + x)")]
    [InlineData("act(body(x)) + act(act(x))")]
    public Task Formulas_are_left_alone_and_fields_are_followed(string result) => AnalyzerTest.VerifyAsync(Usings + $$"""
        [Network, Input(4), MeanSquaredError]
        public partial class Net
        {
            [Tanh] Layer act;
            [Dense(4)] Layer body;
            Tensor Forward(Tensor x) => body({{result}});
        }
        """, ignored: ["NG5001"]);

    [Fact]
    public Task Block_that_begins_with_an_activation_is_told_of_only_if_it_does_so_everywhere() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(8), Dense(8), ReLU, Block<Part>(8, Repeat = 3), Tanh, Dense(2)]
        public partial class Net;

        [Network, Input(8), Dense(8), ReLU, Block<Always>(8), Tanh, Dense(2)]
        public partial class Other;

        [Block, ReLU, Dense(A)]
        public partial class Part;

        [Block, {|NG2008:ReLU|}, Dense(A)]
        public partial class Always;
        """);

    [Theory]
    [InlineData("Input(5), Dense(3), {|NG2010:ReLU|}, SoftmaxCrossEntropy")]
    [InlineData("Input(5), Dense(3), {|NG2010:Tanh|}, Dropout(0), SoftmaxCrossEntropy")]
    [InlineData("Input(5), Dense(3), {|NG2010:Softmax|}, BinaryCrossEntropy")]
    [InlineData("Input(5), Dense(3), {|NG2010:Sigmoid|}, SoftmaxCrossEntropy")]
    [InlineData("Input(5), Dense(1), {|NG2010:Tanh|}, Hinge")]
    [InlineData("Input(5), Dense(3), {|NG2010:GELU|}, KLDivergence")]
    [InlineData("Input(5), Dense(1), {|NG2005:ReLU|}, MeanSquaredError")]
    [InlineData("Input(5), Dense(4), {|NG2005:ReLU|}, Reshape(2, 2), Huber")]
    [InlineData("Input(5), Dense(1), {|NG2005:Sigmoid|}, MeanAbsoluteError")]
    public Task Activation_before_a_loss_is_reported(string attributes) => Verify(attributes);

    [Theory]
    [InlineData("Input(5), Dense(3), SoftmaxCrossEntropy")]
    [InlineData("Input(5), Dense(3), ReLU, Dense(1), BinaryCrossEntropy")]
    [InlineData("Input(5), Dense(3), ReLU")]
    [InlineData("Input(5), Dense(3), Tanh, MeanSquaredError")]
    [InlineData("Input(5), Dense(3), Sigmoid, MeanSquaredError")]
    [InlineData("Input(5), Dense(1), Softplus, MeanSquaredError")]
    public Task Plain_outputs_are_clean(string attributes) => Verify(attributes);

    [Theory]
    [InlineData("{|NG2010:Tanh(head(x))|}")]
    [InlineData("{|NG2001:Softmax(head(x))|}")]
    [InlineData("30 * Tanh(head(x) / 30)")]
    [InlineData("head(Tanh(x))")]
    public Task Result_of_Forward_is_judged_where_it_reaches_the_loss(string result) => AnalyzerTest.VerifyAsync(Usings + $$"""
        [Network, Input(4), SoftmaxCrossEntropy]
        public partial class Net
        {
            [Dense(4)] Layer head;
            Tensor Forward(Tensor x) => {{result}};
        }
        """);

    [Fact]
    public Task Values_that_come_back_are_followed_no_further() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(4), SoftmaxCrossEntropy]
        public partial class Net
        {
            Tensor Forward(Tensor x) => Reshape(Reshape(Transpose(Transpose(Reshape(x, 2, 2))), 4), 4);
        }
        """);

    [Fact]
    public Task Link_in_a_field_or_block_is_found() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(4), SoftmaxCrossEntropy]
        public partial class Net
        {
            [Dense(4)] Layer body;
            [{|NG2001:Softmax|}] Layer link;
            Tensor Forward(Tensor x) => link(body(x));
        }

        [Network, Input(4), Block<Head>(3), BinaryCrossEntropy]
        public partial class Other;

        [Block, Dense(A), {|NG2001:Sigmoid|}]
        public partial class Head;
        """);

    [Theory]
    [InlineData("second(first(x))", "{|NG2007:Dense(4)|}")]
    [InlineData("second(Dropout(first(x), 0.1))", "{|NG2007:Dense(4)|}")]
    [InlineData("second(Tanh(first(x)))")]
    [InlineData("Concat(second(first(x)), first(x))")]
    [InlineData("Tanh(second(first(x))) + second(x)")]
    public Task Dense_after_dense_is_found_where_the_first_is_for_the_second_alone(string result, string second = "Dense(4)") => AnalyzerTest.VerifyAsync(Usings + $$"""
        [Network, Input(4), MeanSquaredError]
        public partial class Net
        {
            [Dense(4)] Layer first;
            [{{second}}] Layer second;
            Tensor Forward(Tensor x) => {{result}};
        }
        """);

    [Fact]
    public async Task Message_names_both_dense_layers()
    {
        var found = await Verify("Input(5), Dense(4), {|NG2007:Dense(2)|}");

        Assert.Equal(
            "Nothing non-linear stands between Dense(4) and Dense(2): two linear layers in a row can express no more than one; put an activation between them",
            found[0].GetMessage(null));
    }

    [Fact]
    public Task Each_output_is_judged_by_its_own_loss() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(4), SoftmaxCrossEntropy(Output = 0), MeanSquaredError(Output = 1)]
        public partial class Net
        {
            [Dense(4), {|NG2010:ReLU|}] Layer first;
            [Dense(4), {|NG2005:ReLU|}] Layer second;
            [{|NG5002:Dense(4)|}, ReLU] Layer third;
            (Tensor a, Tensor b, Tensor c) Forward(Tensor x) => (first(x), second(x), third(x));
        }
        """);

    [Theory]
    [InlineData("Input(5), Dense(1), {|NG2004:Softmax|}, MeanSquaredError")]
    [InlineData("Input(5), Dense(1), {|NG2004:LogSoftmax|}")]
    [InlineData("Input(5), Dense(2), Softmax, MeanSquaredError")]
    [InlineData("Input(1, 5), Dense(4), Softmax, Flatten")]
    public Task Softmax_of_one_entry_is_reported(string attributes) => Verify(attributes);

    [Theory]
    [InlineData("Softmax(x, 1)")]
    [InlineData("{|NG2004:Softmax(x, 0)|}")]
    [InlineData("{|NG2004:Softmax(x, -2)|}")]
    [InlineData("{|NG2004:LogSoftmax(Transpose(x))|}")]
    public Task Axis_of_one_entry_is_found_in_Forward(string result) => AnalyzerTest.VerifyAsync(Usings + $$"""
        [Network, Input(1, 4)]
        public partial class Net
        {
            Tensor Forward(Tensor x) => {{result}};
        }
        """);

    [Theory]
    [InlineData("Dense(4), Sigmoid, Dense(4), Sigmoid, Dense(4), Sigmoid, Dense(4), Sigmoid, Dense(4), {|NG2009:Sigmoid|}, Dense(4), Sigmoid, Dense(2)")]
    [InlineData("Dense(4), Tanh, Dense(4), Tanh, Dense(4), HardSigmoid, Dense(4), Tanh, Dense(4), {|NG2009:Tanh|}, Dense(2)")]
    [InlineData("Dense(4), Sigmoid, Dense(4), Sigmoid, Dense(4), Sigmoid, Dense(4), Sigmoid, Dense(2)")]
    [InlineData("Dense(4), Tanh, Dense(4), Tanh, Dense(4), Tanh, Dense(4), Tanh, Dense(4), Tanh, Dense(4), Tanh, Dense(2)")]
    [InlineData("Dense(4), Sigmoid, Dense(4), Sigmoid, Dense(4), LayerNorm, Sigmoid, Dense(4), Sigmoid, Dense(4), Sigmoid, Dense(2)")]
    public Task Fifth_saturating_activation_is_reported(string layers) => Verify("Input(5), " + layers);

    [Fact]
    public Task Residuals_end_the_row_of_saturating_activations() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(8), Residual<Part>(8, Repeat = 6), Dense(2)]
        public partial class Net;

        [Block, Dense(A), Sigmoid]
        public partial class Part;
        """);

    [Fact]
    public Task Fix_removes_the_activation() => CodeFixTest.VerifyAsync<RemoveLayerFix>(
        """
        using NetGen;
        [Network, Input(5)]
        [Dense(4), ReLU, Sigmoid]
        [Dense(3), SoftmaxCrossEntropy]
        public partial class Net;
        """,
        """
        using NetGen;
        [Network, Input(5)]
        [Dense(4), ReLU]
        [Dense(3), SoftmaxCrossEntropy]
        public partial class Net;
        """);

    [Fact]
    public Task Fix_of_a_whole_file_removes_all() => CodeFixTest.VerifyAllAsync<RemoveLayerFix>(
        """
        using NetGen;
        [Network, Input(5)]
        [Dense(4), Tanh]
        [Dense(3), ReLU, SoftmaxCrossEntropy]
        public partial class First;

        [Network, Input(5)]
        [Dense(3), ReLU, BinaryCrossEntropy]
        public partial class Second;
        """,
        """
        using NetGen;
        [Network, Input(5)]
        [Dense(4), Tanh]
        [Dense(3), SoftmaxCrossEntropy]
        public partial class First;

        [Network, Input(5)]
        [Dense(3), BinaryCrossEntropy]
        public partial class Second;
        """);

    private static Task<IReadOnlyList<Diagnostic>> Verify(string attributes) => AnalyzerTest.VerifyAsync($"""
        using NetGen;
        [Network, {attributes}]
        public partial class Net;
        """);
}
