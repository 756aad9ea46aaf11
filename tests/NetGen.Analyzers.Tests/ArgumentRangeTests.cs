using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

public sealed class ArgumentRangeTests
{
    [Theory]
    [InlineData("Input({|NG0005:0|}), Dense(2)")]
    [InlineData("Input({|NG0005:3, -1|}), Dense(2)")]
    [InlineData("Input(4), Dense({|NG0005:0|})")]
    [InlineData("Input(4), Dense(units: {|NG0005:-3|})")]
    [InlineData("Input(4), Dense({|NG0005:Net.Wide * 2|})")]
    [InlineData("Input(4), Dropout({|NG0005:1.0|})")]
    [InlineData("Input(4), Dropout(rate: {|NG0005:-0.1|})")]
    [InlineData("Input(4), Reshape({|NG0005:0, 4|})")]
    [InlineData("Input(4), LayerNorm(Epsilon = {|NG0005:0|})")]
    [InlineData("Input(4), Dense(3), SoftmaxCrossEntropy(LabelSmoothing = {|NG0005:1.5|})")]
    [InlineData("Input(4), {|NG0005:Mine|}")]
    public Task Value_outside_its_range_is_reported_at_the_argument(string attributes) => Verify(attributes);

    [Theory]
    [InlineData("Input(4), Dense(1), ReLU")]
    [InlineData("Input(1), Dropout(0)")]
    [InlineData("Input(4), Dense(3), SoftmaxCrossEntropy(LabelSmoothing = 0)")]
    public Task Value_at_the_edge_of_its_range_is_clean(string attributes) => Verify(attributes);

    [Theory]
    [InlineData("Input(4), Dense(3, Name = \"a\"), ReLU, Dense(3, Name = {|NG0006:\"a\"|})")]
    [InlineData("Input(4), Dense(3, Name = \"dense2\"), ReLU, {|NG0006:Dense(3)|}")]
    public Task Second_layer_of_a_name_is_reported(string attributes) => Verify(attributes);

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Verify(string attributes) => AnalyzerTest.VerifyAsync($$"""
        using NetGen;
        [Network, {{attributes}}]
        public partial class Net { public const int Wide = 1 << 20; }
        public sealed class MineAttribute : LayerAttribute;
        """);
}
