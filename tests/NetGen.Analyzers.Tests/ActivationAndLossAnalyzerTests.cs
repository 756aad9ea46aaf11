using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

public sealed class ActivationAndLossAnalyzerTests
{
    [Theory]
    [InlineData("{|NG2001:Softmax|}, SoftmaxCrossEntropy")]
    [InlineData("{|NG2001:LogSoftmax|}, SoftmaxCrossEntropy")]
    [InlineData("{|NG2001:Softmax|}, KLDivergence")]
    [InlineData("{|NG2001:Sigmoid|}, BinaryCrossEntropy")]
    [InlineData("{|NG2001:Softmax|}, {|NG3005:Dropout(0.1)|}, SoftmaxCrossEntropy")]
    public Task Link_function_before_its_loss_is_reported(string tail) => Verify("Dense(10), " + tail);

    [Theory]
    [InlineData("SoftmaxCrossEntropy")]
    [InlineData("Softmax, MeanSquaredError")]
    [InlineData("Softmax")]
    [InlineData("ReLU, Dense(4), SoftmaxCrossEntropy")]
    public Task Loss_on_logits_is_clean(string tail) => Verify("Dense(10), " + tail);

    [Fact]
    public Task Softmax_inside_the_stack_is_clean() => Verify("Dense(10), Softmax, Dense(5), SoftmaxCrossEntropy");

    [Theory]
    [InlineData("Dense(1), {|NG2002:SoftmaxCrossEntropy|}")]
    [InlineData("Dense(1), {|NG2002:KLDivergence|}")]
    [InlineData("Dense(6), Reshape(6, 1), {|NG2002:SoftmaxCrossEntropy(LabelSmoothing = 0.1)|}")]
    public Task Probability_loss_on_one_class_is_reported_at_the_loss(string layers) => Verify(layers);

    [Theory]
    [InlineData("SoftmaxCrossEntropy(Output = 1), MeanSquaredError(Output = 0)")]
    [InlineData("MeanSquaredError(Output = 0), SoftmaxCrossEntropy(Output = 1)")]
    [InlineData("{|NG2002:SoftmaxCrossEntropy(Output = 0)|}, MeanSquaredError(Output = 1)")]
    [InlineData("MeanSquaredError(Output = 1), {|NG2002:SoftmaxCrossEntropy|}")]
    [InlineData("SoftmaxCrossEntropy(Output = 1), {|NG2002:KLDivergence(Output = 0)|}")]
    public Task Each_loss_is_held_against_its_own_output(string losses) => AnalyzerTest.VerifyAsync($$"""
        using NetGen;
        [Network, Input(4), {{losses}}]
        public partial class Net
        {
            [Dense(8), ReLU] Layer body;
            [Dense(1)] Layer value;
            [Dense(3)] Layer policy;
            (Tensor Value, Tensor Policy) Forward(Tensor x) { var y = body(x); return (value(y), policy(y)); }
        }
        """);

    [Theory]
    [InlineData("Dense(1), BinaryCrossEntropy")]
    [InlineData("Dense(2), SoftmaxCrossEntropy")]
    [InlineData("Dense(1), MeanSquaredError")]
    public Task Loss_that_suits_the_width_is_clean(string layers) => Verify(layers);

    [Theory]
    [InlineData("Dense(8), {|NG2007:Dense(4)|}")]
    [InlineData("Dense(8), Dropout(0.2), {|NG2007:Dense(4)|}")]
    [InlineData("Dense(8), Reshape(2, 4), Flatten, {|NG2007:Dense(4)|}, {|NG2007:Dense(2)|}")]
    public Task Dense_after_dense_is_reported_at_the_second(string layers) => Verify(layers);

    [Theory]
    [InlineData("Dense(8), ReLU, Dense(4)")]
    [InlineData("Dense(8), LayerNorm, Dense(4)")]
    [InlineData("Flatten, Dense(4)")]
    public Task Dense_after_something_non_linear_is_clean(string layers) => Verify(layers);

    [Fact]
    public async Task Message_says_what_to_remove()
    {
        var found = await Verify("Dense(10), {|NG2001:Softmax|}, SoftmaxCrossEntropy");

        Assert.Equal(
            "Softmax stands before SoftmaxCrossEntropy, which applies it itself: train on logits and remove Softmax; Predict returns probabilities all the same",
            found[0].GetMessage(null));
    }

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Verify(string layers) => AnalyzerTest.VerifyAsync($"""
        using NetGen;
        [Network, Input(16), {layers}]
        public partial class Net;
        """);
}
