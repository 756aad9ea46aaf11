using NetGen.Testing;
using static NetGen.Analyzers.Tests.GraphAnalyzerTests;

namespace NetGen.Analyzers.Tests;

public sealed class BlockAnalyzerTests
{
    private const string User = """
        [Network, Input(8), MeanSquaredError]
        public partial class Net { [Block<Part>(4), Block<Part>(5)] Layer all; Tensor Forward(Tensor x) => all(x); }

        """;

    [Theory]
    [InlineData("if ({|NG0008:A > 3|}) return body(x); return x;")]
    [InlineData("for (var i = 0; {|NG0008:i < A|}; i++) x = body(x); return x;")]
    [InlineData("return x * {|NG0008:(A / 2.0)|};", "A / 2.0")]
    [InlineData("return x[{|NG0008:A % 2|}];")]
    [InlineData("var all = new Tensor[{|NG0008:A|}]; return x;")]
    [InlineData("return {|NG0008:x.Shape|}[0] > A ? x : x;")]
    public Task Fault_in_a_block_is_reported_there_once(string body, string? inner = null)
    {
        if (inner is not null)
        {
            body = body.Replace("{|NG0008:(" + inner + ")|}", "({|NG0008:" + inner + "|})", StringComparison.Ordinal);
        }

        return AnalyzerTest.VerifyAsync(Usings + User + $$"""
            [Block]
            public partial class Part { [Dense(A)] Layer body; Tensor Forward(Tensor x) { {{body}} } }
            """);
    }

    [Fact]
    public Task Block_that_nobody_uses_is_read_all_the_same() => AnalyzerTest.VerifyAsync(Usings + """
        [Block]
        public partial class Part { [Dense(4 * A), ReLU, Dense(A)] Layer body; Tensor Forward(Tensor x) => {|NG0008:Elsewhere.Make()|}; }
        public static class Elsewhere { public static extern Tensor Make(); }
        """);

    [Theory]
    [InlineData("[Block] public partial class {|NG0008:Part|};")]
    [InlineData("[Block] public partial class {|NG0008:Part|} { [Dense(3)] Layer body; }")]
    [InlineData("[Block, Dense(A)] public class {|NG0001:Part|};")]
    [InlineData("[Block, Dense(A)] public abstract partial class {|NG0011:Part|};")]
    [InlineData("[Block, Dense(A)] public partial class {|NG0011:Part|}<T>;")]
    [InlineData("[Block, {|NG0004:Dense(A)|}] public partial class Part { [Dense(3)] Layer body; Tensor Forward(Tensor x) => body(x); }")]
    [InlineData("[Network, Input(3), Block, Dense(3)] public partial class {|NG0008:Part|};")]
    public Task Block_is_held_to_the_form_of_one(string declaration) => AnalyzerTest.VerifyAsync(Usings + declaration);

    [Fact]
    public async Task Shapes_that_do_not_fit_in_a_block_are_reported_there_with_the_use()
    {
        var found = await AnalyzerTest.VerifyAsync(Usings + User + """
            [Block]
            public partial class Part { [Dense(A)] Layer body; Tensor Forward(Tensor x) => {|NG1001:x + body(x)|}; }
            """);

        Assert.EndsWith("it has 'x' [8] and 'body' [4]; in 'all.block1' of Net", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public Task Residual_of_another_shape_is_reported_at_its_use() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(8), MeanSquaredError]
        public partial class Net { [{|NG1006:Residual<Part>(4)|}] Layer all; Tensor Forward(Tensor x) => all(x); }

        [Block, Dense(A)] public partial class Part;
        """);

    [Fact]
    public Task Block_within_itself_is_reported_at_its_field() => AnalyzerTest.VerifyAsync(Usings + """
        [Block]
        public partial class Tree
        {
            [Dense(A)] Layer leaf;
            [Dense(3), {|NG0007:Block<Tree>(A)|}] Layer branch;
            Tensor Forward(Tensor x) => leaf(x) + branch(x);
        }
        """);

    [Fact]
    public async Task Blocks_within_each_other_are_reported_at_both_with_the_way()
    {
        var found = await AnalyzerTest.VerifyAsync(Usings + """
            [Network, Input(8), Block<One>, Dense(2), MeanSquaredError] public partial class Net;
            [Block, Dense(4), {|NG0007:Block<Two>|}] public partial class One;
            [Block, {|NG0007:Block<One>|}] public partial class Two;
            """);

        Assert.Contains(found, diagnostic => diagnostic.GetMessage(null).Contains("(One → Two → One)", StringComparison.Ordinal));
        Assert.Contains(found, diagnostic => diagnostic.GetMessage(null).Contains("(Two → One → Two)", StringComparison.Ordinal));
    }

    [Fact]
    public Task Function_that_cannot_be_differentiated_is_reported_once_whoever_uses_it() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(8), Dense(8), Apply(typeof(Curves), nameof(Curves.Step)), Dense(2), MeanSquaredError] public partial class Net;
        [Network, Input(8), Dense(8), Apply(typeof(Curves), nameof(Curves.Step)), Dense(2), MeanSquaredError] public partial class Other;
        public static class Curves
        {
            [Elementwise] public static float Step(float x) => x + {|NG0009:MathF.Floor(2 * x)|};
        }
        """);

    [Theory]
    [InlineData("[Elementwise] public static float F(float x) => {|NG0009:MathF.Sign(x)|} * x;")]
    [InlineData("[Elementwise] public static float F(float x) => {|NG0009:x == 0|} ? 1 : x;")]
    [InlineData("[Elementwise] public static float F(float x) => {|NG0009:(int)x|};")]
    [InlineData("[Elementwise] public static float F(float x) => MathF.Floor(x); [Derivative(nameof(F))] public static float D(float x) => 1;")]
    [InlineData("[Elementwise] public static float F(float x, float y) => {|NG0009:MathF.Floor(x * y)|}; [Derivative(nameof(F))] public static float D(float x, float y) => 1;")]
    [InlineData("[Elementwise] public static float F(float x) => x > 0 ? MathF.Abs(x) : MathF.Max(x, -1) * MathF.Floor(2.5f);")]
    [InlineData("[Elementwise] public static float F(float x) => {|NG0008:MathF.Atan(x)|};")]
    [InlineData("[Elementwise] public static float F(float x) { {|NG0008:for (var i = 0; i < 3; i++) x *= x;|} return x; }")]
    [InlineData("[Elementwise] public static float F(float x) => {|NG0008:F(x)|};")]
    [InlineData("[Elementwise] public static float F(float x) => x * {|NG0008:state|}; static float state = 1;")]
    [InlineData("[Elementwise] public static float F(float x) => {|NG0008:x % 2|};")]
    [InlineData("[Elementwise] public static int {|NG0008:F|}(float x) => 1;")]
    [InlineData("[Elementwise] public static float {|NG0008:F|}(int x) => 1;")]
    [InlineData("[Elementwise] public static float F([Parameter] float a, float {|NG0008:x|}) => a * x;")]
    [InlineData("[Elementwise] public static float F(float x) => x; [{|NG0008:Derivative(\"G\")|}] public static float D(float x) => 1;")]
    [InlineData("[Elementwise] public static float F(float x) => x; [{|NG0008:Derivative(nameof(F), By = \"z\")|}] public static float D(float x) => 1;")]
    [InlineData("[Elementwise] public static float F(float x) => x; [Derivative(nameof(F))] public static float {|NG0008:D|}(float x, float y) => 1;")]
    [InlineData("[Elementwise] public static float F(float x) => Mth.Exp(x);")]
    [InlineData("[Elementwise] public static float F(float x) => x +")]
    public Task Scalar_function_is_reported_at_the_expression(string members) => AnalyzerTest.VerifyAsync(Usings + $$"""
        public static class Curves { {{members}} }
        """);
}
