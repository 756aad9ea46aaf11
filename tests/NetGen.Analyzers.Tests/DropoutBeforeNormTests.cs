using NetGen.Testing;
using static NetGen.Analyzers.Tests.GraphAnalyzerTests;

namespace NetGen.Analyzers.Tests;

/// <summary>NG3004: dropped values that reach a batch norm.</summary>
public sealed class DropoutBeforeNormTests
{
    [Theory]
    [InlineData("Input(5), {|NG3004:Dropout(0.2)|}, BatchNorm")]
    [InlineData("Input(5), Dense(4), ReLU, {|NG3004:Dropout|}, Dense(4, Bias = false), BatchNorm, ReLU, Dropout, Dense(2)")]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3), {|NG3004:SpatialDropout(0.1)|}, ReLU, MaxPool2D(2), Flatten, BatchNorm")]
    [InlineData("Input(3, 8, 8), {|NG3004:Dropout|}, {|NG3004:SpatialDropout|}, Conv2D(4, 3, Bias = false), BatchNorm, ReLU, Conv2D(4, 3, Bias = false), BatchNorm")]
    public Task Dropout_whose_values_reach_a_batch_norm_is_reported_once(string attributes) => Verify(attributes);

    [Theory]
    [InlineData("Input(5), Dense(4, Bias = false), BatchNorm, ReLU, Dropout, Dense(2)")]
    [InlineData("Input(5), Dense(4), Dropout(0), BatchNorm")]
    [InlineData("Input(5), Dense(4), Dropout, LayerNorm, Tanh, Dense(4, Bias = false), BatchNorm")]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3), Dropout, GroupNorm(2), ReLU")]
    public Task Dropout_that_reaches_none_is_clean(string attributes) => Verify(attributes);

    [Fact]
    public async Task Message_names_both_layers_and_what_to_do()
    {
        var found = await Verify("Input(5), {|NG3004:Dropout(0.2)|}, BatchNorm");

        Assert.Equal(
            "'dropout1' drops values in training only, so that the variance which 'batchnorm1' sees there, and keeps, is not the one of prediction; drop behind the last BatchNorm, or not at all",
            found[0].GetMessage(null));
    }

    [Theory]
    [InlineData("norm({|NG3004:Dropout(x, 0.2)|})")]
    [InlineData("norm(x + 2 * {|NG3004:Dropout(Tanh(x), 0.2)|})")]
    [InlineData("norm(Tanh(drop(x)))", "{|NG3004:Dropout(0.2)|}")]
    [InlineData("norm(drop(x)) + norm(x) + drop(x)", "{|NG3004:Dropout(0.2)|}")]
    [InlineData("drop(norm(x))")]
    [InlineData("drop(x) + norm(x)")]
    [InlineData("norm(Softmax(drop(x)))")]
    [InlineData("norm(Dropout(x, 0))")]
    public Task Order_is_that_of_Forward(string result, string drop = "Dropout(0.2)") => AnalyzerTest.VerifyAsync(Usings + $$"""
        [Network, Input(4)]
        public partial class Net
        {
            [{{drop}}] Layer drop;
            [BatchNorm] Layer norm;
            Tensor Forward(Tensor x) => {{result}};
        }
        """, ignored: ["NG5001"]);

    [Fact]
    public async Task Block_that_drops_for_its_next_repetition_is_told_once_with_its_use()
    {
        var found = await AnalyzerTest.VerifyAsync(Usings + """
            [Network, Input(3, 8, 8), Block<Part>(4, Repeat = 3), GlobalAveragePool2D, Dense(2)]
            public partial class Net;

            [Block, Conv2D(A, 3, Padding = 1, Bias = false), BatchNorm, ReLU, {|NG3004:Dropout(0.1)|}]
            public partial class Part;
            """);

        Assert.Contains("which 'block1.1.batchnorm1' sees", found[0].GetMessage(null), StringComparison.Ordinal);
        Assert.EndsWith("; in 'block1.0' of Net", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public Task Residual_passes_on_what_either_side_drops() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(8), Residual<Part>(8), BatchNorm]
        public partial class Net;

        [Block, Dense(A), Tanh, {|NG3004:Dropout(0.1)|}]
        public partial class Part;
        """);

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Verify(string attributes) => AnalyzerTest.VerifyAsync($"""
        using NetGen;
        [Network, {attributes}]
        public partial class Net;
        """);
}
