using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

/// <summary>NG2003: sets whose classes are others than the network's.</summary>
public sealed class ClassCountTests
{
    [Theory]
    [InlineData("net.Fit({|NG2003:Dataset.LoadCifar10(\"x\").Train|}, options);")]
    [InlineData("var (train, test) = Dataset.LoadCifar10(\"x\"); net.Fit({|NG2003:train|}, options); net.Evaluate({|NG2003:test|});")]
    [InlineData("var data = Dataset.LoadCifar10(\"x\"); var (learn, held) = data.Train.Shuffle(1).Split(0.9); net.Fit({|NG2003:learn.Take(5)|}, options);")]
    [InlineData("net.Fit({|NG2003:set.WithClassNames(\"cat\", \"dog\")|}, options);")]
    [InlineData("var named = set.WithClassNames([\"a\", \"b\", \"c\", \"d\"]); net.Evaluate({|NG2003:named|});")]
    public Task Set_with_another_number_of_classes_is_reported(string call) => Verify(call);

    [Theory]
    [InlineData("net.Fit(set, options);")]
    [InlineData("net.Fit(set.WithClassNames(\"a\", \"b\", \"c\"), options);")]
    [InlineData("string[] names = [\"a\"]; net.Fit(set.WithClassNames(names), options);")]
    [InlineData("var train = set.WithClassNames(\"a\", \"b\"); train = set; net.Fit(train, options);")]
    [InlineData("Train(net, set); static void Train<T>(T any, Dataset<float, int> set) where T : ITrainable<float, int> => any.Fit(set.WithClassNames(\"a\"), new FitOptions());")]
    public Task What_fits_or_is_not_certain_is_clean(string call) => Verify(call);

    [Fact]
    public async Task Message_says_both_numbers()
    {
        var found = await Verify("net.Fit({|NG2003:set.WithClassNames(\"cat\", \"dog\")|}, options);");

        Assert.Equal("The set has 2 classes, Net tells 3 apart: the outputs beyond are never right, and take part in every softmax", found[0].GetMessage(null));
    }

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Verify(string call) => AnalyzerTest.VerifyWithGeneratedAsync($$"""
        using NetGen;
        [Network, Input(5), Dense(4), ReLU, Dense(3), SoftmaxCrossEntropy]
        public partial class Net;

        public static class Program
        {
            public static void Run(Net net, Dataset<float, int> set, FitOptions options) { {{call}} }
        }
        """);
}
