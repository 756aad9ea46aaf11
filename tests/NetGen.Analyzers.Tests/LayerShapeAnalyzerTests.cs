using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

public sealed class LayerShapeAnalyzerTests
{
    [Fact]
    public async Task Every_layer_tells_its_shape_and_parameters()
    {
        var found = await AnalyzerTest.VerifyAsync("""
            using NetGen;
            [Network, Input(784)]
            [{|NG9001:Dense(128)|}, {|NG9001:ReLU|}]
            [{|NG9001:Dense(10)|}, SoftmaxCrossEntropy]
            public partial class Net;
            """);

        Assert.Equal(
            ["dense1: [128], 100,480 parameters", "dense2: [10], 1,290 parameters", "relu1: [128], no parameters"],
            found.Select(diagnostic => diagnostic.GetMessage(null)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public Task Layers_up_to_the_first_mismatch_are_told() => AnalyzerTest.VerifyAsync("""
        using NetGen;
        [Network, Input(784)]
        [{|NG9001:Dense(128)|}, {|NG9001:ReLU|}, Reshape({|NG1005:3, 5|}), Dense(10)]
        public partial class Net;
        """);
}
