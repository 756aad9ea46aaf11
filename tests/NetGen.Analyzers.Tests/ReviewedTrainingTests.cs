using Microsoft.CodeAnalysis;
using NetGen.CodeFixes;
using NetGen.Testing;
using static NetGen.Analyzers.Tests.GraphAnalyzerTests;

namespace NetGen.Analyzers.Tests;

/// <summary>NG3001, NG3002, NG3005, NG3006, NG3007.</summary>
public sealed class ReviewedTrainingTests
{
    [Theory]
    [InlineData("Input(5), Dense(4), ReLU, Dense(3), {|NG3005:Dropout|}, SoftmaxCrossEntropy")]
    [InlineData("Input(5), Dense(4), {|NG3005:Dropout(0.2)|}, Reshape(2, 2), MeanSquaredError")]
    [InlineData("Input(5), Dense(3, Bias = false), {|NG3005:BatchNorm|}, SoftmaxCrossEntropy")]
    [InlineData("Input(5), Dense(3), {|NG3005:LayerNorm|}, MeanSquaredError")]
    public Task Disturbed_output_is_reported(string attributes) => Verify(attributes);

    [Theory]
    [InlineData("Input(5), Dense(4), LayerNorm, ReLU, Dropout, Dense(3), SoftmaxCrossEntropy")]
    [InlineData("Input(5), Dense(4), LayerNorm")]
    [InlineData("Input(5), Dense(4), Dropout(0.1)")]
    [InlineData("Input(5), Dense(4), Dropout(0), MeanSquaredError")]
    public Task Plain_output_is_clean(string attributes) => Verify(attributes);

    [Fact]
    public Task Loss_of_the_user_may_want_normalised_outputs() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(4)]
        public partial class Net
        {
            [Dense(4), LayerNorm] Layer first;
            [Dense(4), {|NG3005:Dropout|}] Layer second;
            (Tensor a, Tensor b) Forward(Tensor x) => (first(x), second(x));
            [Loss] static Tensor Far(Tensor a, Tensor b) => Sum(a * b);
        }
        """);

    [Theory]
    [InlineData("Input(5), Dense(4), ReLU, Dropout({|NG3006:0.8|}), Dense(3)")]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3), SpatialDropout({|NG3006:0.51|}), Flatten, Dense(3)")]
    [InlineData("Input(5), Dense(4), ReLU, Dropout, Dense(4), ReLU, Dropout(0.5), Dense(3)")]
    public Task Dropout_of_more_than_half_is_reported(string attributes) => Verify(attributes);

    [Fact]
    public Task Dropout_of_more_than_half_is_found_in_Forward() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(4), MeanSquaredError]
        public partial class Net
        {
            [Dense(4)] Layer head;
            Tensor Forward(Tensor x) => head({|NG3006:Dropout(x, 0.9)|} + Dropout(x, 0.1));
        }
        """);

    [Theory]
    [InlineData("Conv2D(4, 3), ReLU, {|NG3007:Dropout(0.2)|}, MaxPool2D(2), Flatten, Dense(3)")]
    [InlineData("Conv2D(4, 3), {|NG3007:Dropout(0.2)|}, ReLU, MaxPool2D(2), Flatten, Dense(3)")]
    [InlineData("Conv2D(4, 3), ReLU, MaxPool2D(2), Dropout(0.2), Flatten, Dense(3)")]
    [InlineData("Conv2D(4, 3), ReLU, SpatialDropout(0.2), MaxPool2D(2), Flatten, Dense(3)")]
    [InlineData("Conv2D(4, 3), ReLU, Dropout(0.2), AveragePool2D(2), Flatten, Dense(3)")]
    [InlineData("Conv2D(4, 3), Dropout(0.2), Conv2D(4, 3), ReLU, MaxPool2D(2), Flatten, Dense(3)")]
    public Task Dropout_before_a_maximum_is_reported(string layers) => Verify("Input(3, 8, 8), " + layers);

    [Theory]
    [InlineData("Input(5), Dense(4, Init = {|NG3001:Initializer.Zeros|}), ReLU, Dense(3)")]
    [InlineData("Input(5), Dense(4, Init = {|NG3001:Initializer.Ones|}), Tanh, Dropout, Dense(3)")]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3, Init = {|NG3001:Initializer.Zeros|}), ReLU, MaxPool2D(2), Flatten, Dense(3)")]
    [InlineData("Input(5), Dense(4), ReLU, Dense(3, Init = Initializer.Zeros), SoftmaxCrossEntropy")]
    [InlineData("Input(5), Dense(4, Init = Initializer.Zeros, Frozen = true), ReLU, Dense(3)")]
    public Task Hidden_weights_that_start_alike_are_reported(string attributes) => Verify(attributes);

    [Fact]
    public Task Branch_of_a_residual_may_start_at_zero() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(8), Residual<Part>(8, Repeat = 2), Dense(2)]
        public partial class Net;

        [Block, Dense(A), ReLU, Dense(A, Init = Initializer.Zeros)]
        public partial class Part;
        """);

    [Theory]
    [InlineData("Dense(4, Init = {|NG3002:Initializer.HeUniform|}), Tanh, Dense(3)")]
    [InlineData("Dense(4, Init = {|NG3002:Initializer.GlorotNormal|}), Dropout, ReLU, Dense(3)")]
    [InlineData("Dense(4, Init = {|NG3002:Initializer.HeNormal|}), SELU, Dense(3)")]
    [InlineData("Dense(4, Init = Initializer.LeCunNormal), SELU, Dense(4, Init = Initializer.HeNormal), ReLU, Dense(3, Init = Initializer.GlorotUniform)")]
    [InlineData("Dense(4, Init = Initializer.HeUniform), LayerNorm, Tanh, Dense(4, Init = Initializer.Normal), Sigmoid, Dense(3)")]
    public Task Initialiser_for_another_activation_is_reported(string layers) => Verify("Input(5), " + layers);

    [Fact]
    public async Task Message_names_the_initialiser_to_choose()
    {
        var found = await Verify("Input(5), Dense(4, Init = {|NG3002:Initializer.HeNormal|}), SELU, Dense(3)");

        Assert.Equal("'dense1' is initialised by HeNormal and feeds SELU, for which LeCunNormal is made: choose that", found[0].GetMessage(null));
    }

    [Theory]
    [InlineData("Dense(4, Init = Initializer.Zeros), ReLU", "Dense(4), ReLU")]
    [InlineData("Dense(4, Init = Initializer.Zeros, Name = \"a\"), ReLU", "Dense(4, Name = \"a\"), ReLU")]
    [InlineData("Dense(4, Init = Initializer.HeUniform), Tanh", "Dense(4), Tanh")]
    public Task Fix_leaves_the_initialiser_out(string before, string after) => CodeFixTest.VerifyAsync<RemoveInitializerFix>(Net(before), Net(after));

    [Fact]
    public Task Fix_removes_the_dropout() => CodeFixTest.VerifyAsync<RemoveLayerFix>(
        Net("Dense(4), ReLU").Replace("MeanSquaredError", "Dropout, MeanSquaredError", StringComparison.Ordinal), Net("Dense(4), ReLU"));

    private static string Net(string layers) => $"""
        using NetGen;
        [Network, Input(5)]
        [{layers}]
        [Dense(3), MeanSquaredError]
        public partial class Net;
        """;

    private static Task<IReadOnlyList<Diagnostic>> Verify(string attributes) => AnalyzerTest.VerifyAsync($"""
        using NetGen;
        [Network, {attributes}]
        public partial class Net;
        """);
}
