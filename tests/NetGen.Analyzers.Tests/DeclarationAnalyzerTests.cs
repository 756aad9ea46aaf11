using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

public sealed class DeclarationAnalyzerTests
{
    [Fact]
    public Task Class_that_is_not_partial_is_reported_at_its_name() => AnalyzerTest.VerifyAsync("""
        using NetGen;
        [Network, Input(4), Dense(2), MeanSquaredError]
        public class {|NG0001:Net|};
        """);

    [Fact]
    public async Task Surrounding_type_that_is_not_partial_is_named()
    {
        var found = await AnalyzerTest.VerifyAsync("""
            using NetGen;
            public class Outer
            {
                [Network, Input(4), Dense(2), MeanSquaredError]
                public partial class {|NG0001:Net|};
            }
            """);

        Assert.Contains("add the modifier 'partial' to 'Outer'", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public partial class Net;")]
    [InlineData("internal sealed partial class Net { public Net(string name) : this(0) { } }")]
    public Task Plain_partial_class_is_clean(string declaration) => AnalyzerTest.VerifyAsync($"""
        using NetGen;
        [Network, Input(4), Dense(2), MeanSquaredError]
        {declaration}
        """);

    [Theory]
    [InlineData("Dense({|NG0002:Net.Width|})")]
    [InlineData("Dense({|NG0002:Net.Width + 1|})")]
    [InlineData("Dense({|NG0002:Net.Make()|})")]
    [InlineData("Reshape(2, {|NG0002:Net.Width|})")]
    [InlineData("Reshape(new[] { 2, {|NG0002:Net.Width|} })")]
    [InlineData("Dense(2, Name = {|NG0002:Net.Text|})")]
    [InlineData("Dense(2), SoftmaxCrossEntropy(LabelSmoothing = {|NG0002:Net.Rate|})")]
    public Task Variable_argument_is_reported_at_the_expression(string attributes) => AnalyzerTest.VerifyAsync($$"""
        using NetGen;
        [Network, Input(4), {{attributes}}]
        public partial class Net
        {
            public static int Width = 2;
            public static double Rate => 0.1;
            public static string Text = "a";
            public static int Make() => 3;
        }
        """);

    [Fact]
    public Task Variable_size_of_the_input_is_reported_at_the_expression() => AnalyzerTest.VerifyAsync("""
        using NetGen;
        [Network, Input(1, {|NG0002:Net.Side|}, 28), Flatten, Dense(2)]
        public partial class Net { public static readonly int Side = 28; }
        """);

    [Theory]
    [InlineData("Dense(Net.Width)")]
    [InlineData("Dense(Net.Width * 2 + sizeof(int), Name = nameof(Net))")]
    [InlineData("Dense(2, Name = null)")]
    [InlineData("Dense((int)Initializer.Zeros)")]
    public Task Constant_expression_is_clean(string layer) => AnalyzerTest.VerifyAsync($$"""
        using NetGen;
        [Network, Input(4), {{layer}}]
        public partial class Net { public const int Width = 2; }
        """);

    [Theory]
    [InlineData("Dense(")]
    [InlineData("Dense()")]
    [InlineData("Dense(1 +")]
    [InlineData("Dense(Unknown)")]
    [InlineData("Dense(Net.Unknown)")]
    [InlineData("Dense(2, Name =")]
    [InlineData("Dense(\"two\")")]
    [InlineData("Dens(2)")]
    [InlineData("Dense(2")]
    public Task Half_typed_attribute_is_left_to_the_compiler(string layer) => AnalyzerTest.VerifyAsync($"""
        using NetGen;
        [Network, Input(4), {layer}]
        public partial class Net;
        """);

    [Fact]
    public Task Layers_over_two_declarations_are_reported_where_the_second_begins() => AnalyzerTest.VerifyAsync(
        "using NetGen; [Network, Input(4), Dense(2), ReLU] public partial class Net;",
        "using NetGen; [{|NG0003:Dense(3)|}, ReLU] [MeanSquaredError] public partial class Net;");

    [Fact]
    public Task Loss_on_another_declaration_is_a_split_stack() => AnalyzerTest.VerifyAsync(
        "using NetGen; [Network, Input(4), Dense(2)] public partial class Net;",
        "using NetGen; [{|NG0003:MeanSquaredError|}] public partial class Net;");

    [Fact]
    public Task Stack_that_stands_apart_from_the_network_attribute_is_clean() => AnalyzerTest.VerifyAsync(
        "using NetGen; [Network, Input(4)] public partial class Net;",
        "using NetGen; [Dense(2), MeanSquaredError] public partial class Net;");

    [Theory]
    [InlineData("public static partial class {|NG0011:Net|};")]
    [InlineData("public abstract partial class {|NG0011:Net|};")]
    [InlineData("public partial class {|NG0011:Net|}<T>;")]
    [InlineData("public partial record {|NG0011:Net|};")]
    [InlineData("public partial class {|NG0011:Net|}(int width) { public int Width => width; }")]
    [InlineData("file partial class {|NG0011:Net|};")]
    [InlineData("public partial class Outer<T> { [Network, Input(4), Dense(2)] public partial class {|NG0011:Net|}; }", "")]
    public Task Class_that_cannot_be_a_network_is_reported_at_its_name(
        string declaration, string attributes = "[Network, Input(4), Dense(2), MeanSquaredError]") => AnalyzerTest.VerifyAsync($"""
        using NetGen;
        {attributes}
        {declaration}
        """);

    [Fact]
    public Task Network_without_an_input_is_reported_at_its_name() => AnalyzerTest.VerifyAsync("""
        using NetGen;
        [Network, Dense(2), MeanSquaredError]
        public partial class {|NG0012:Net|};
        """);

    [Fact]
    public Task Layer_behind_the_loss_is_reported() => AnalyzerTest.VerifyAsync("""
        using NetGen;
        [Network, Input(4), Dense(2), MeanSquaredError, {|NG0013:ReLU|}]
        public partial class Net;
        """);

    [Fact]
    public Task Second_loss_is_reported() => AnalyzerTest.VerifyAsync("""
        using NetGen;
        [Network, Input(4), Dense(2), MeanSquaredError, {|NG0013:Huber(1.5)|}]
        public partial class Net;
        """);

    [Fact]
    public Task Class_without_the_network_attribute_is_none_of_ours() => AnalyzerTest.VerifyAsync("""
        using NetGen;
        [Dense(2), Softmax, SoftmaxCrossEntropy]
        public class NotANet;
        """);

    [Fact]
    public Task Text_cut_anywhere_never_throws()
    {
        const string code = "using NetGen;\n[Network, Input(1, 28, 28)]\n[Flatten, Dense(64, Name = \"a\"), ReLU]\n[Dense(10), SoftmaxCrossEntropy]\npublic partial class Net;";
        return Task.WhenAll(Enumerable.Range(0, code.Length / 4).Select(quarter => AnalyzerTest.DiagnosticsAsync(TestCompilation.Create(code[..(quarter * 4)]))));
    }
}
