using Microsoft.CodeAnalysis;
using NetGen.Compiler.Model;
using NetGen.Generator.Reading;
using NetGen.Testing;
using static NetGen.Generator.Tests.Reading.GraphSource;

namespace NetGen.Generator.Tests.Reading;

public sealed class LocationTests
{
    private const string Source = Usings + """
        [Network, Input(8), MeanSquaredError(Weight = 2)]
        public partial class Net
        {
            [Dense(4, Bias = false), ReLU] Layer stem;
            [Block<Part>(16, Repeat = 3)] Layer body;

            Tensor Forward(Tensor x)
            {
                var h = stem(x);
                return Twice(h) + body(h);
            }

            static Tensor Twice(Tensor x) => 2 * x;

            [Loss] static Tensor Own(Tensor y, Tensor target) => Sum(Abs(y - target));
        }

        [Block]
        public partial class Part
        {
            [Dense(2 * A), Dense(A)] Layer inner;
            Tensor Forward(Tensor x) => x + inner(x);
        }
        """;

    [Theory]
    [InlineData("stem", 0, "Units", "4")]
    [InlineData("stem", 0, "Bias", "false")]
    [InlineData("stem", 1, null, "ReLU")]
    [InlineData("body", 0, "Holes[0]", "16")]
    [InlineData("body", 0, "Repeat", "3")]
    [InlineData("body", 7, null, "Net")]
    [InlineData("none", 0, null, "Net")]
    public void Layer_of_a_field_is_its_attribute_or_argument(string field, int layer, string? argument, string text) =>
        Assert.Equal(text, At(new Problem("NG0005", layer, argument) { Field = field }));

    [Theory]
    [InlineData("global::Part", 0, "Units", "2 * A")]
    [InlineData("global::Net", 0, "Units", "4")]
    [InlineData("global::Lib.Elsewhere", 0, null, "Net")]
    public void Layer_of_a_block_stands_in_the_block(string module, int layer, string? argument, string text) =>
        Assert.Equal(text, At(new Problem("NG0005", layer, argument) { Module = module, Field = module.EndsWith("Net", StringComparison.Ordinal) ? "stem" : "inner" }));

    [Theory]
    [InlineData(null, "Forward", 0, "stem(x)")]
    [InlineData(null, "Forward", 1, "2")]
    [InlineData(null, "Forward", 2, "2 * x")]
    [InlineData(null, "Forward", 3, "body(h)")]
    [InlineData(null, "Forward", 4, "Twice(h) + body(h)")]
    [InlineData(null, "Own", 0, "y - target")]
    [InlineData("global::Part", "Forward", 1, "x + inner(x)")]
    [InlineData("global::Part", "Forward", 9, "Part")]
    public void Step_is_its_expression(string? module, string method, int step, string text) =>
        Assert.Equal(text, At(new Problem("NG1001", Problem.Class, null) { Module = module, Method = method, Step = step }));

    [Fact]
    public void Loss_of_a_graph_is_its_attribute() => Assert.Equal("2", At(new Problem("NG0005", 0, "Weight")));

    private static string At(Problem problem)
    {
        var location = Read(Source).Locations.Of(problem);
        return location.SourceTree!.GetText().ToString(location.SourceSpan);
    }
}
