using NetGen.CodeFixes;
using NetGen.Testing;
using static NetGen.Analyzers.Tests.GraphAnalyzerTests;

namespace NetGen.Analyzers.Tests;

/// <summary>Fixes that put a layer in, exchange one, or write a value of an attribute.</summary>
public sealed class LayerFixTests
{
    [Theory]
    [InlineData("Input(1, 4, 4), Dense(3), MeanSquaredError", "Input(1, 4, 4), Flatten, Dense(3), MeanSquaredError")]
    [InlineData("Input(8), Residual<Part>(4), MeanSquaredError", "Input(8), Dense(4, Bias = false), Residual<Part>(4), MeanSquaredError")]
    [InlineData("Input(6, 8), Residual<Part>(4), MeanSquaredError", "Input(6, 8), Dense(4, Bias = false), Residual<Part>(4), MeanSquaredError")]
    [InlineData("Input(3, 8, 8), Residual<Picture>(6), MeanSquaredError", "Input(3, 8, 8), Conv2D(6, 1, Bias = false), Residual<Picture>(6), MeanSquaredError")]
    [InlineData("Input(8), Dense(4), Dense(3), MeanSquaredError", "Input(8), Dense(4), ReLU, Dense(3), MeanSquaredError")]
    public Task Missing_layer_is_inserted(string before, string after) => CodeFixTest.VerifyAsync<InsertLayerFix>(Network(before), Network(after));

    [Fact]
    public Task All_missing_layers_of_a_file_are_inserted() => CodeFixTest.VerifyAllAsync<InsertLayerFix>(
        Network("Input(8), Dense(4), Dense(3), Dense(2), MeanSquaredError"), Network("Input(8), Dense(4), ReLU, Dense(3), ReLU, Dense(2), MeanSquaredError"));

    [Theory]
    [InlineData("Input(8), Dense(1), SoftmaxCrossEntropy", "Input(8), Dense(1), BinaryCrossEntropy")]
    [InlineData("Input(8), Dense(1), Softmax", "Input(8), Dense(1), Sigmoid")]
    [InlineData("Input(3, 8, 8), Conv2D(4, 3), ReLU, Dropout(0.2), MaxPool2D(2)", "Input(3, 8, 8), Conv2D(4, 3), ReLU, SpatialDropout(0.2), MaxPool2D(2)")]
    public Task Layer_is_exchanged(string before, string after) => CodeFixTest.VerifyAsync<ReplaceLayerFix>(Network(before), Network(after));

    [Theory]
    [InlineData("TokenInput(12, 9), Embedding(4), PositionalEmbedding(8)", "TokenInput(12, 9), Embedding(4), PositionalEmbedding(12)")]
    [InlineData("TokenInput(5, 100), Embedding(50, 8)", "TokenInput(5, 100), Embedding(100, 8)")]
    [InlineData("Input(5), Dense(4), LayerNorm(Epsilon = 1e-16), ReLU, Dense(2)", "Input(5), Dense(4), LayerNorm(Epsilon = 1e-5), ReLU, Dense(2)")]
    public Task Value_is_written(string before, string after) => CodeFixTest.VerifyAsync<UseDefaultFix>(Network(before), Network(after));

    [Theory]
    [InlineData("SelfAttention(2)", "SelfAttention(2, Causal = true)")]
    [InlineData("SelfAttention(2, Causal = false, Rotary = true)", "SelfAttention(2, Causal = true, Rotary = true)")]
    public Task Attention_is_made_causal(string before, string after)
    {
        const string Others = "TokenInput(5, 9), Embedding(8), SelfAttention(2, Causal = true), {0}, Dense(9), SoftmaxCrossEntropy";
        return CodeFixTest.VerifyAsync<MakeCausalFix>(Network(Others.Replace("{0}", before, StringComparison.Ordinal)), Network(Others.Replace("{0}", after, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("net.Fit(set, new FitOptions { Epochs = 100, Schedule = Schedule.Exponential(0.5), Seed = 1 });", "net.Fit(set, new FitOptions { Epochs = 100, Schedule = Schedule.Cosine(), Seed = 1 });")]
    public Task Schedule_is_exchanged(string before, string after) =>
        CodeFixTest.VerifyAsync<UseDefaultFix>(TrainingProgram.Program(before), TrainingProgram.Program(after), withGenerated: true);

    private static string Network(string attributes) => Usings + $"""
        [Network, {attributes}]
        public partial class Net;

        [Block, Dense(A), Tanh]
        public partial class Part;

        [Block, Conv2D(A, 3, Padding = 1), Tanh]
        public partial class Picture;
        """;
}
