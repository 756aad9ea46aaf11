using NetGen.CodeFixes;
using NetGen.Testing;
using static NetGen.Analyzers.Tests.GraphAnalyzerTests;

namespace NetGen.Analyzers.Tests;

/// <summary>NG5001, NG5002, NG5005: what is declared and reaches nothing, and bytes that reach too far.</summary>
public sealed class ReachTests
{
    [Theory]
    [InlineData("[Dense(4), ReLU] Layer {|NG5001:side|};")]
    [InlineData("[Block<Part>(4)] Layer {|NG5001:side|};")]
    [InlineData("[Block<Part>(4, Repeat = 2)] Layer[] {|NG5001:side|};")]
    [InlineData("[Block<Part>(4)] Part {|NG5001:side|};")]
    public Task Layer_that_is_never_called_is_reported_at_its_name(string field) => Verify(field, "head(x)");

    [Fact]
    public async Task Part_of_an_array_that_is_never_called_is_named()
    {
        var found = await Verify("[Block<Part>(4, Repeat = 3)] Layer[] {|NG5001:steps|};", "head(steps[0](steps[2](x)))");

        Assert.Equal("Forward never calls 'steps[1]': of the 3 parts 2 are used; call the others too, or lower Repeat", found[0].GetMessage(null));
    }

    [Fact]
    public Task Layer_of_a_block_that_is_never_called_is_reported_there() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(4), Block<Lazy>(4), Dense(2), MeanSquaredError]
        public partial class Net;

        [Block]
        public partial class Lazy
        {
            [Dense(A), ReLU] Layer body;
            [Dense(A)] Layer {|NG5001:other|};
            Tensor Forward(Tensor x) => body(x);
        }
        """);

    [Theory]
    [InlineData("[Dense(4), ReLU] Layer side;", "head(side(x))")]
    [InlineData("[Block<Part>(4, Repeat = 2)] Layer[] side;", "head(side[1](side[0](x)))")]
    [InlineData("[Parameter(4)] Tensor scale;", "head(x * scale)")]
    public Task Layer_that_is_called_is_clean(string field, string result) => Verify(field, result);

    [Fact]
    public Task Layer_whose_result_is_thrown_away_is_reported() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(4), MeanSquaredError]
        public partial class Net
        {
            [{|NG5002:Dense(4)|}, ReLU] Layer side;
            [Dense(2)] Layer head;
            Tensor Forward(Tensor x)
            {
                var y = side(x);
                return head(x);
            }
        }
        """);

    [Fact]
    public Task Layer_behind_Detach_is_reported() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(4), MeanSquaredError]
        public partial class Net
        {
            [{|NG5002:Dense(4)|}, Tanh] Layer teacher;
            [Dense(2)] Layer head;
            Tensor Forward(Tensor x) => head(Detach(teacher(x)) + x);
        }
        """);

    [Fact]
    public Task Output_without_a_loss_is_reported_at_the_layers_of_its_own() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(4), MeanSquaredError(Output = 0)]
        public partial class Net
        {
            [Dense(4), ReLU] Layer trunk;
            [Dense(2)] Layer first;
            [{|NG5002:Dense(3)|}] Layer second;
            (Tensor a, Tensor b) Forward(Tensor x) { var h = trunk(x); return (first(h), second(h)); }
        }
        """);

    [Fact]
    public Task Parameter_that_nothing_reads_is_reported_at_its_name() => Verify("[Parameter(4)] Tensor {|NG5002:scale|};", "head(x)");

    [Theory]
    [InlineData("[Dense(4, Frozen = true), Tanh] Layer side;", "head(Detach(side(x)) + x)")]
    [InlineData("[Dense(4), Tanh] Layer side;", "head(Detach(side(x)) + side(x))")]
    [InlineData("[Dense(4), Tanh] Layer side;", "head(Where(x > 0, side(x), x))")]
    [InlineData("[Parameter(4, Frozen = true)] Tensor scale;", "head(x)")]
    public Task Layer_that_the_loss_reaches_or_that_is_frozen_is_clean(string field, string result) => Verify(field, result);

    [Fact]
    public Task Block_that_is_reached_in_one_of_its_places_is_clean() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(4), MeanSquaredError]
        public partial class Net
        {
            [Block<Part>(4)] Layer first, second;
            [Dense(2)] Layer head;
            Tensor Forward(Tensor x) => head(first(x) + Detach(second(x)));
        }

        [Block, Dense(A), ReLU]
        public partial class Part;
        """);

    [Fact]
    public Task Network_without_a_loss_is_trained_from_outside() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(4)]
        public partial class Net
        {
            [Dense(2)] Layer first, second;
            (Tensor a, Tensor b) Forward(Tensor x) => (first(x), second(x));
        }
        """);

    [Theory]
    [InlineData("var set = Dataset.From({|NG5005:bytes.Select(b => (float)b).ToArray()|}, labels, 5);")]
    [InlineData("var set = Dataset.From({|NG5005:Array.ConvertAll(bytes, b => (float)b)|}, labels, 5);")]
    [InlineData("float[] inputs = Array.ConvertAll(bytes, static (byte b) => (float)b); var set = Dataset.From({|NG5005:inputs|}, labels, 5);")]
    [InlineData("var set = Dataset.From(bytes.Select(b => b / 255f).ToArray(), labels, 5);")]
    [InlineData("var set = Dataset.From(Array.ConvertAll(bytes, b => scale.Apply(b)), labels, 5);")]
    [InlineData("var set = Dataset.From(Array.ConvertAll(labels, b => (float)b), labels, 5);")]
    public Task Bytes_that_are_not_scaled_are_reported(string code) => AnalyzerTest.VerifyAsync($$"""
        using System;
        using System.Linq;
        using NetGen;
        public static class Program
        {
            public static void Run(byte[] bytes, int[] labels, Normalization scale) { {{code}} }
        }
        """);

    [Theory]
    [InlineData("Input(5), LayerNorm, Dense(3), SoftmaxCrossEntropy", "bytes.Select(b => (float)b).ToArray()")]
    [InlineData("Input(5), Dense(3), SoftmaxCrossEntropy", "{|NG5005:bytes.Select(b => (float)b).ToArray()|}")]
    [InlineData("Input(5), Dense(4), LayerNorm, ReLU, Dense(3), SoftmaxCrossEntropy", "{|NG5005:bytes.Select(b => (float)b).ToArray()|}")]
    public Task Network_that_scales_its_inputs_takes_bytes_as_they_are(string network, string inputs) => AnalyzerTest.VerifyWithGeneratedAsync($$"""
        using System.Linq;
        using NetGen;
        [Network, {{network}}]
        public partial class Net;

        public static class Program
        {
            public static void Run(Net net, byte[] bytes, int[] labels, FitOptions options)
            {
                var all = Dataset.From({{inputs}}, labels, 5);
                var (train, test) = all.Split(0.8);
                net.Fit(train, options);
                net.Evaluate(test);
            }
        }
        """);

    [Theory]
    [InlineData("    [Dense(4)] Layer side;\n    [Dense(2)] Layer head;", "    [Dense(2)] Layer head;")]
    [InlineData("    /// <summary>Nobody calls it.</summary>\n    [Dense(4)] Layer side;\n    [Dense(2)] Layer head;", "    [Dense(2)] Layer head;")]
    [InlineData("    // Two lines\n    // of it.\n    [Dense(4)]\n    Layer side; // and one more\n    [Dense(2)] Layer head;", "    [Dense(2)] Layer head;")]
    [InlineData("    // Of all layers.\n\n    // Of this one.\n    [Dense(4)] Layer side;\n    [Dense(2)] Layer head;", "    // Of all layers.\n\n    [Dense(2)] Layer head;")]
    [InlineData("    [Dense(2)] Layer head; // the answer\n    [Dense(4)] Layer side;", "    [Dense(2)] Layer head; // the answer")]
    [InlineData("    [Dense(2)] Layer head, side;", "    [Dense(2)] Layer head;")]
    [InlineData("    [Dense(2)] Layer side, head;", "    [Dense(2)] Layer head;")]
    public Task Fix_removes_the_field(string before, string after) => CodeFixTest.VerifyAsync<RemoveFieldFix>(Fields(before), Fields(after));

    private static string Fields(string fields) => Usings + $$"""
        [Network, Input(4), MeanSquaredError]
        public partial class Net
        {
        {{fields}}
            Tensor Forward(Tensor x) => head(x);
        }
        """;

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Verify(string field, string result) => AnalyzerTest.VerifyAsync(Usings + $$"""
        [Network, Input(4), MeanSquaredError]
        public partial class Net
        {
            {{field}}
            [Dense(2)] Layer head;
            Tensor Forward(Tensor x) => {{result}};
        }

        [Block, Dense(A), ReLU]
        public partial class Part;
        """);
}
