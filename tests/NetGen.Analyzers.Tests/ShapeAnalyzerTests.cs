using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

public sealed class ShapeAnalyzerTests
{
    [Fact]
    public async Task Reshape_to_another_count_is_reported_with_both_shapes_and_the_trail()
    {
        var found = await Verify("Input(784), Reshape({|NG1005:1, 28, 29|}), Flatten, Dense(10)");

        Assert.Equal(
            "Reshape(1, 28, 29) needs 812 values, but its input has shape [784] (784 values); trail: Input [784]",
            found[0].GetMessage(null));
    }

    [Fact]
    public async Task Trail_names_every_layer_on_the_way()
    {
        var found = await Verify("Input(784), Dense(128), ReLU, Reshape({|NG1005:11, 12|})");

        Assert.EndsWith("trail: Input [784] → Dense(128) [128] → ReLU [128]", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dense_on_an_image_is_the_wrong_rank_at_the_layer()
    {
        var found = await Verify("Input(1, 28, 28), {|NG1002:Dense(64)|}, ReLU");

        Assert.Contains("put [Flatten] before it", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public Task Weights_for_another_number_of_classes_are_reported_at_the_argument() =>
        Verify("Input(4), Dense(3), SoftmaxCrossEntropy(ClassWeights = {|NG1001:[1, 2]|})");

    [Fact]
    public Task Only_the_first_mismatch_is_reported() =>
        Verify("Input(4), Reshape({|NG1005:5|}), Reshape(6), Reshape(7)");

    [Theory]
    [InlineData("Input(1, 28, 28), Flatten, Dense(64), ReLU")]
    [InlineData("Input(20, 8), Dense(64), ReLU, LayerNorm")]
    [InlineData("Input(784), Reshape(28, -1), Flatten")]
    public Task Fitting_shapes_are_clean(string attributes) => Verify(attributes);

    [Fact]
    public Task Declaration_with_an_error_of_its_own_has_no_shapes_to_complain_about() => AnalyzerTest.VerifyAsync("""
        using NetGen;
        [Network, Dense(2), Reshape(5)]
        public partial class {|NG0012:Net|};
        """);

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Verify(string attributes) => AnalyzerTest.VerifyAsync($"""
        using NetGen;
        [Network, {attributes}]
        public partial class Net;
        """);
}
