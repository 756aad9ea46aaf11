using NetGen.Testing;
using static NetGen.Analyzers.Tests.GraphAnalyzerTests;

namespace NetGen.Analyzers.Tests;

/// <summary>NG1009, NG1011.</summary>
public sealed class ReviewedShapeTests
{
    [Theory]
    [InlineData("Sum({|NG1009:score(x) * w|})")]
    [InlineData("Sum({|NG1009:w - score(x)|})")]
    [InlineData("Sum({|NG1009:Maximum(score(x), w)|})")]
    [InlineData("Sum(Flatten(score(x)) * w)")]
    [InlineData("Sum(Reshape(w, 8, 1) * w)")]
    [InlineData("Sum(Mean(x, 1, keep: true) - w)")]
    [InlineData("Sum(score(x) * score(x))")]
    [InlineData("Sum(score(x) * x)")]
    public Task Column_of_a_layer_with_a_vector_is_reported(string result) => AnalyzerTest.VerifyAsync(Usings + $$"""
        [Network, Input(8, 4)]
        public partial class Net
        {
            [Dense(1)] Layer score;
            [Parameter(8)] Tensor w;
            Tensor Forward(Tensor x) => {{result}};
        }
        """, ignored: ["NG5001", "NG5002"]);

    [Theory]
    [InlineData("Input(3, 32), Reshape({|NG1011:32, 3|}), Dense(8)")]
    [InlineData("Input(3, 8, 8), Reshape({|NG1011:8, -1, 3|})")]
    [InlineData("Input(1, 8, 3), Reshape({|NG1011:3, 8, 1|})")]
    [InlineData("Input(1, 28, 28), Reshape(28, 28), Dense(8)")]
    [InlineData("Input(3, 32), Reshape(6, 16), Dense(8)")]
    [InlineData("Input(96), Reshape(3, 32), Dense(8)")]
    public Task Reshape_to_the_same_extents_in_another_order_is_reported(string attributes) => AnalyzerTest.VerifyAsync($"""
        using NetGen;
        [Network, {attributes}]
        public partial class Net;
        """);

    [Fact]
    public Task Reshape_that_mixes_axes_is_found_in_Forward() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(3, 8)]
        public partial class Net
        {
            Tensor Forward(Tensor x) => {|NG1011:Reshape(x, 8, 3)|} + Transpose(x);
        }
        """);
}
