using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

/// <summary>NG3008: calls that train a batch norm on one value per channel.</summary>
public sealed class BatchOfOneTests
{
    private const string Vector = "Input(5), Dense(4, Bias = false), BatchNorm, ReLU, Dense(3)";

    private const string Image = "Input(1, 4, 4), Conv2D(4, 3, Bias = false), BatchNorm, ReLU, Flatten, Dense(3)";

    [Theory]
    [InlineData(Vector, "net.Fit(set, new FitOptions { Epochs = 2, BatchSize = {|NG3008:1|} });")]
    [InlineData(Vector, "const int one = 1; net.Fit(set, new() { BatchSize = {|NG3008:one|} });")]
    [InlineData(Vector, "net.Fit(set, options with { BatchSize = {|NG3008:1|} });")]
    [InlineData(Vector, "Training.Fit(options: (new FitOptions { BatchSize = {|NG3008:1|} }), train: set, network: net);")]
    [InlineData("Input(1, 3, 3), Conv2D(4, 3, Bias = false), BatchNorm, Flatten, Dense(3)", "net.Fit(set, new FitOptions { BatchSize = {|NG3008:1|} });")]
    public Task Batch_that_the_call_says_to_be_one_is_reported_there(string layers, string call) => Verify(layers, call);

    [Theory]
    [InlineData(Vector, "net.Fit(set, new FitOptions { BatchSize = 2 });")]
    [InlineData(Vector, "net.Fit(set, new FitOptions { Epochs = 1 });")]
    [InlineData(Vector, "net.Fit(set, options);")]
    [InlineData(Vector, "net.Fit(set, new FitOptions { BatchSize = options.Epochs });")]
    [InlineData(Vector, "Fit(net, new FitOptions { BatchSize = 1 }); static void Fit(Net net, FitOptions options) { }")]
    [InlineData(Image, "net.Fit(set, new FitOptions { BatchSize = 1 });")]
    [InlineData("Input(5), Dense(4), LayerNorm, ReLU, Dense(3)", "net.Fit(set, new FitOptions { BatchSize = 1 });")]
    [InlineData(Vector, "Train(net, set); static void Train<T>(T any, Dataset<float, int> set) where T : ITrainable<float, int> => any.Fit(set, new FitOptions { BatchSize = 1 });")]
    public Task What_is_not_certain_is_left_to_the_run(string layers, string call) => Verify(layers, call);

    [Fact]
    public async Task Message_names_the_network_and_the_least_that_it_takes()
    {
        var found = await Verify(Vector, "net.Fit(set, new FitOptions { BatchSize = {|NG3008:1|} });");

        Assert.Equal(
            "'Net' has a batch norm that gets one value per channel from each sample: it is trained on at least 2 samples at a time, and on fewer Fit throws an ArgumentException",
            found[0].GetMessage(null));
    }

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Verify(string layers, string call) => AnalyzerTest.VerifyWithGeneratedAsync($$"""
        using NetGen;
        [Network, {{layers}}, SoftmaxCrossEntropy]
        public partial class Net;

        public static class Program
        {
            public static void Run(Net net, Dataset<float, int> set, FitOptions options) { {{call}} }
        }
        """);
}
