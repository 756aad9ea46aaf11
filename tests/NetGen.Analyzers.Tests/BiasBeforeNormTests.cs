using NetGen.CodeFixes;
using NetGen.Testing;
using static NetGen.Analyzers.Tests.GraphAnalyzerTests;

namespace NetGen.Analyzers.Tests;

/// <summary>NG3003: where the bias of a layer is of no use, where it is, and what the fix makes of it.</summary>
public sealed class BiasBeforeNormTests
{
    [Theory]
    [InlineData("Input(3, 8, 8), {|NG3003:Conv2D(4, 3)|}, BatchNorm, ReLU")]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3, Bias = {|NG3003:true|}, Padding = 1), BatchNorm, ReLU")]
    [InlineData("Input(3, 9), {|NG3003:Conv1D(4, 3)|}, BatchNorm")]
    [InlineData("Input(3, 4, 4), {|NG3003:ConvTranspose2D(4, 2, Stride = 2)|}, BatchNorm")]
    [InlineData("Input(5), {|NG3003:Dense(4)|}, BatchNorm, ReLU, {|NG3003:Dense(4)|}, BatchNorm, ReLU, Dense(2)")]
    [InlineData("Input(3, 8, 8), {|NG3003:Conv2D(4, 3, Padding = 1)|}, MaxPool2D(2), BatchNorm")]
    [InlineData("Input(3, 8, 8), {|NG3003:Conv2D(4, 3, Padding = 1)|}, AveragePool2D(2), Upsample2D(2), AdaptiveAveragePool2D(2), GlobalAveragePool2D, BatchNorm")]
    [InlineData("Input(1, 4, 4), {|NG3003:Conv2D(4, 3)|}, Flatten, BatchNorm")]
    public Task Bias_that_a_batch_norm_takes_away_is_reported_at_its_layer(string attributes) => Verify(attributes);

    [Theory]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3, Bias = false), BatchNorm, ReLU")]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3), ReLU, BatchNorm")]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3), GroupNorm(2)")]
    [InlineData("Input(5), Dense(4), PReLU, BatchNorm")]
    [InlineData("Input(5), Dense(4)")]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3, Frozen = true), BatchNorm, ReLU")]
    [InlineData("Input(6, 5), Dense(4), BatchNorm")]
    [InlineData("Input(5), Dense(32), Reshape(2, 4, 4), BatchNorm")]
    [InlineData("Input(1, 4, 4), Conv2D(4, 3), Reshape(2, 8), BatchNorm")]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3, Padding = 1), AveragePool2D(3, Stride = 1, Padding = 1), BatchNorm")]
    public Task Bias_that_changes_something_is_clean(string attributes) => Verify(attributes);

    [Fact]
    public async Task Message_names_both_layers_and_what_to_write()
    {
        var found = await Verify("Input(3, 8, 8), {|NG3003:Conv2D(4, 3, Name = \"first\")|}, BatchNorm, ReLU");

        Assert.Equal(
            "the bias of 'first' has no effect: 'batchnorm1' takes it away with the mean of each channel, and has a bias of its own; write Bias = false",
            found[0].GetMessage(null));
    }

    [Theory]
    [InlineData("[{|NG3003:Dense(4)|}] Layer a; [BatchNorm, ReLU] Layer b;", "b(a(x))")]
    [InlineData("[{|NG3003:Dense(4)|}] Layer a; [BatchNorm] Layer b; [BatchNorm(Momentum = 0.5)] Layer c;", "b(a(x)) + c(a(x))")]
    [InlineData("[{|NG3003:Dense(4)|}] Layer a; [BatchNorm] Layer b; [Dense(2)] Layer head;", "head(b(a(x)) + x)")]
    [InlineData("[Dense(4)] Layer a; [BatchNorm] Layer b;", "b(a(x)) + a(x)")]
    [InlineData("[Dense(4)] Layer a; [BatchNorm] Layer b;", "b(2 * a(x))")]
    [InlineData("[Dense(4)] Layer a; [BatchNorm] Layer b;", "b(a(x) + x)")]
    [InlineData("[Dense(4)] Layer a; [BatchNorm] Layer b;", "b(a(Tanh(a(x))))")]
    public Task Order_is_that_of_Forward(string fields, string result) => AnalyzerTest.VerifyAsync(Usings + $$"""
        [Network, Input(4)]
        public partial class Net
        {
            {{fields}}
            Tensor Forward(Tensor x) => {{result}};
        }
        """);

    [Fact]
    public async Task Bias_in_a_block_is_reported_there_once_with_its_use()
    {
        var found = await AnalyzerTest.VerifyAsync(Usings + """
            [Network, Input(3, 8, 8), Block<Part>(4), Block<Part>(8, Repeat = 2), GlobalAveragePool2D, Dense(2)]
            public partial class Net;

            [Block, {|NG3003:Conv2D(A, 3, Padding = 1)|}, BatchNorm, ReLU]
            public partial class Part;
            """);

        Assert.EndsWith("write Bias = false; in 'block1' of Net", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Block<Part>(4), BatchNorm] Layer all;")]
    [InlineData("[Residual<Part>(3), BatchNorm] Layer all;")]
    public Task Bias_that_leaves_its_block_is_clean(string field) => AnalyzerTest.VerifyAsync(Usings + $$"""
        [Network, Input(3, 8, 8)]
        public partial class Net { {{field}} Tensor Forward(Tensor x) => all(x); }

        [Block, Conv2D(A, 3, Padding = 1)]
        public partial class Part;
        """);

    [Fact]
    public Task Bias_in_front_of_a_block_is_used_by_what_else_the_block_makes_of_it() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(3, 8, 8)]
        [Conv2D(4, 3, Padding = 1), Residual<Part>(4)]
        [{|NG3003:Conv2D(4, 3, Padding = 1)|}, Block<Part>(4)]
        public partial class Net;

        [Block, BatchNorm, ReLU, Conv2D(A, 3, Padding = 1)]
        public partial class Part;
        """);

    [Theory]
    [InlineData("[Conv2D(4, 3), BatchNorm]", "[Conv2D(4, 3, Bias = false), BatchNorm]")]
    [InlineData("[Conv2D(4, 3, Bias = true, Padding = 1), BatchNorm]", "[Conv2D(4, 3, Bias = false, Padding = 1), BatchNorm]")]
    [InlineData("[Conv2D(4, kernel: 3 /* wide */), BatchNorm]", "[Conv2D(4, kernel: 3, Bias = false /* wide */), BatchNorm]")]
    [InlineData("[Conv2D(\n    4,\n    3), // first\n BatchNorm]", "[Conv2D(\n    4,\n    3, Bias = false), // first\n BatchNorm]")]
    public Task Fix_writes_that_there_is_no_bias(string before, string after) => CodeFixTest.VerifyAsync<RemoveBiasFix>(Network(before), Network(after));

    [Fact]
    public Task All_biases_of_a_file_are_removed_at_once() => CodeFixTest.VerifyAllAsync<RemoveBiasFix>(
        Network("[Conv2D(4, 3), BatchNorm, ReLU]\n[Conv2D(4, 3, Bias = true), BatchNorm, Flatten, Dense(3), BatchNorm]"),
        Network("[Conv2D(4, 3, Bias = false), BatchNorm, ReLU]\n[Conv2D(4, 3, Bias = false), BatchNorm, Flatten, Dense(3, Bias = false), BatchNorm]"));

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Verify(string attributes) => AnalyzerTest.VerifyAsync($"""
        using NetGen;
        [Network, {attributes}]
        public partial class Net;
        """);

    private static string Network(string stack) => $"using NetGen;\n\n[Network, Input(3, 8, 8)]\n{stack}\npublic partial class Net;";
}
