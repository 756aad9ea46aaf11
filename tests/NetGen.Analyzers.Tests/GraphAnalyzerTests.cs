using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

public sealed class GraphAnalyzerTests
{
    internal const string Usings = "using System; using System.Collections.Generic; using NetGen; using static NetGen.Ops; using static NetGen.Hole;\n";

    [Fact]
    public Task Graph_of_everything_that_is_supported_is_clean() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(8), SoftmaxCrossEntropy]
        public partial class Net
        {
            [Dense(8), ReLU] Layer stem;
            [Block<Part>(8, Repeat = 2)] Layer[] steps;
            [Residual<Part>(8, Repeat = 2)] Layer[] more;
            [Residual<Part>(8), Dense(3)] Layer head;
            [Parameter(8, 8)] Tensor w;

            Tensor Forward(Tensor x)
            {
                var h = stem(x);
                foreach (var step in steps) h = step(h) + MatMul(h, w);
                h = more[1](more[0](h));
                return head(Map(h, Swish));
            }

            [Elementwise] static float Swish(float x) => x / (1 + MathF.Exp(-x));
        }

        [Block]
        public partial class Part
        {
            [Dense(A), ReLU] Layer body;
            Tensor Forward(Tensor x) => body(x);
        }
        """);

    [Theory]
    [InlineData("return head({|NG1008:Concat(x, Reshape(x, 2, 4))|});")]
    [InlineData("return {|NG1007:Attention(Reshape(x, 2, 4), Reshape(x, 2, 4), Reshape(x, 2, 4), heads: 3)|};")]
    [InlineData("return {|NG1001:MatMul(w, Reshape(x, 2, 4))|};")]
    [InlineData("return {|NG1001:x + x[..3]|};")]
    public Task Operation_that_does_not_fit_its_tensors_is_reported_at_the_expression(string body) =>
        Verify($"Tensor Forward(Tensor x) {{ {body} }}");

    [Theory]
    [InlineData("return Sum({|NG0005:MatMul(Reshape(x, 65536, 1), Reshape(x, 1, 65536))|}) * x[..2];")]
    [InlineData("return {|NG0005:Attention(Reshape(x, 65536, 1), Reshape(x, 65536, 1), Reshape(x, 65536, 1))|};")]
    public Task Operation_that_makes_more_than_can_be_addressed_is_reported(string body) => AnalyzerTest.VerifyAsync(Usings + $$"""
        [Network, Input(65536), MeanSquaredError]
        public partial class Net { Tensor Forward(Tensor x) { {{body}} } }
        """);

    [Theory]
    [InlineData("if ({|NG0008:Sum(x) > 0|}) return x; return head(x);")]
    [InlineData("return {|NG0008:x.Shape|}[0] > 1 ? x : head(x);")]
    [InlineData("while ({|NG0008:x > 1|}) x = x / 2; return x;")]
    [InlineData("{|NG0008:for (var i = 0; i < 20000; i++) { }|} return x;")]
    [InlineData("foreach (var row in {|NG0008:new Rows()|}) x = row; return x;")]
    [InlineData("foreach (var row in {|NG0008:x|}) x = row; return x;")]
    [InlineData("{|NG0008:try { return head(x); } finally { }|}")]
    [InlineData("{|NG0008:throw new InvalidOperationException();|}")]
    [InlineData("{|NG0008:lock (x) { return x; }|}")]
    [InlineData("return Map(x, {|NG0008:y => y * y|});")]
    [InlineData("return x * {|NG0008:Random.Shared.NextDouble()|};")]
    [InlineData("return {|NG0008:x == w|} ? x : head(x);")]
    [InlineData("return x[{|NG0008:A|}];")]
    [InlineData("return x[{|NG0008:Elsewhere.Length|}];")]
    [InlineData("var all = new Tensor[2]; return Concat({|NG0008:all|});")]
    [InlineData("var all = new Tensor[2]; return all[{|NG0008:2|}];")]
    [InlineData("var all = new Tensor[2]; return {|NG0008:all[1]|};")]
    [InlineData("System.Func<Tensor, Tensor> f = {|NG0008:y => head(y)|}; return f(x);")]
    [InlineData("ref var y = ref x; return y;", "ref var {|NG0008:y = ref x|};")]
    public Task Unsupported_code_in_Forward_is_reported_at_the_expression(string body, string? marked = null) =>
        Verify($"Tensor Forward(Tensor x) {{ {(marked is null ? body : marked + " return y;")} }}");

    [Theory]
    [InlineData("System.Func<Tensor, Tensor> plain = y => y; Tensor Forward(Tensor x) => {|NG0008:plain|}(x);")]
    [InlineData("double scale = 2; Tensor Forward(Tensor x) => x * {|NG0008:scale|};")]
    [InlineData("double Scale => 2; Tensor Forward(Tensor x) => x * {|NG0008:Scale|};")]
    [InlineData("Tensor state; Tensor Forward(Tensor x) { {|NG0008:state|} = x; return x; }")]
    [InlineData("Tensor state; Tensor Forward(Tensor x) => {|NG0008:state|} + x;")]
    [InlineData("static readonly int Zero = 0; Tensor Forward(Tensor x) => {|NG0008:1 / Zero|} * x;")]
    [InlineData("Tensor Again(Tensor x) => {|NG0008:Again(x)|}; Tensor Forward(Tensor x) => Again(x);")]
    [InlineData("protected virtual Tensor Own(Tensor x) => x; Tensor Forward(Tensor x) => {|NG0008:Own(x)|};")]
    [InlineData("Tensor Own(ref Tensor x) => x; Tensor Forward(Tensor x) => {|NG0008:Own(ref x)|};")]
    [InlineData("Tensor Own(Tensor y) { var z = {|NG0008:y.Shape|}; return y; } Tensor Forward(Tensor x) => Own(x);")]
    [InlineData("static float Plain(float x) => x; Tensor Forward(Tensor x) => Map(x, {|NG0008:Plain|});")]
    [InlineData("void {|NG0008:Forward|}(Tensor x) { }")]
    [InlineData("Tensor {|NG0008:Forward|}(Tensor x, int count) => x;")]
    [InlineData("Tensor {|NG0008:Forward|}(in Tensor x) => x;")]
    [InlineData("(Tensor, int) {|NG0008:Forward|}(Tensor x) => (x, 1);")]
    [InlineData("async System.Threading.Tasks.Task<Tensor> {|NG0008:Forward|}(Tensor x) => await System.Threading.Tasks.Task.FromResult(x);")]
    public Task Unsupported_members_are_reported_where_they_stand(string members) => Verify(members);

    [Theory]
    [InlineData("Layer {|NG0008:bare|}; Tensor Forward(Tensor x) => bare(x);")]
    [InlineData("[Dense(2)] Layer[] {|NG0008:all|}; Tensor Forward(Tensor x) => x;")]
    [InlineData("Layer[] {|NG0008:all|}; Tensor Forward(Tensor x) => x;")]
    [InlineData("[Dense(2)] static Layer {|NG0008:shared|}; Tensor Forward(Tensor x) => x;")]
    [InlineData("[{|NG0008:Block<Rows>|}] Layer part; Tensor Forward(Tensor x) => part(x);")]
    [InlineData("[Block<Part>(4, Repeat = 2)] Part {|NG0008:part|}; Tensor Forward(Tensor x) => part.Forward(x);")]
    [InlineData("[{|NG0005:Block<Part>|}] Layer part; Tensor Forward(Tensor x) => part(x);")]
    [InlineData("[{|NG0005:Residual<Part>(1, 2)|}] Layer part; Tensor Forward(Tensor x) => part(x);")]
    [InlineData("[Dense({|NG0008:2 * A|})] Layer wide; Tensor Forward(Tensor x) => wide(x);", "A")]
    [InlineData("[Apply({|NG0008:\"None\"|})] Layer own; Tensor Forward(Tensor x) => own(x);")]
    [InlineData("[Apply({|NG0008:nameof(Plain)|})] Layer own; static float Plain(float x) => x; Tensor Forward(Tensor x) => own(x);")]
    [InlineData("[Loss] static Tensor {|NG0008:Own|}(Tensor a, Tensor b, Tensor c) => a; Tensor Forward(Tensor x) => x;")]
    [InlineData("[Loss] Tensor {|NG0008:Own|}(Tensor a) => a; Tensor Forward(Tensor x) => x;")]
    [InlineData("[Loss] static Tensor Own(Tensor a) => {|NG0008:a.Shape|}[0] > 1 ? a : a; Tensor Forward(Tensor x) => x;")]
    public Task Unsupported_fields_and_losses_are_reported_where_they_stand(string members, string? hole = null) =>
        Verify(hole is null ? members : members.Replace("{|NG0008:2 * A|}", "2 * {|NG0008:A|}", StringComparison.Ordinal));

    [Theory]
    [InlineData("var a = {|NG0008:x.Shape|}[0]; var b = Map(x, {|NG0008:y => y|}); return head(x);")]
    [InlineData("var a = {|NG0008:x.Shape|}[0]; var b = a + 1; var c = x[b]; return c;")]
    [InlineData("var a = Map(x, {|NG0008:y => y|}); a = a + head(a); var (b, c) = (a, x); return Sum(b) + b.Shape[0];")]
    [InlineData("for (var i = 0; i < 3; i++) { x = x + {|NG0008:x.Shape|}[i]; } return w[{|NG0008:A|}] * x;")]
    [InlineData("if ({|NG0008:Sum(x) > 0|}) { x = head(x); } var y = Map(w, {|NG0008:z => z|}); return x + y;")]
    [InlineData("if ({|NG0008:Sum(x) > 0|}) { return x; } var y = Map(w, z => z); return y;")]
    [InlineData("var all = new Tensor[2]; all[0] = Map(x, {|NG0008:z => z|}); var n = all.Length; return {|NG0008:x.Shape|}[0] > 1 ? all[1] : all[0];")]
    [InlineData("Tensor y; if ({|NG0008:Sum(x) > 0|}) { y = head(x); } else { y = x; } return y;")]
    public Task Problems_that_do_not_follow_from_others_are_all_reported(string body) => Verify($"Tensor Forward(Tensor x) {{ {body} }}");

    [Fact]
    public Task Problems_of_a_helper_method_are_reported_once() => Verify("""
        Tensor Own(Tensor z) { var t = {|NG0008:z.Shape|}; return {|NG0008:z == z|} ? z : w; }
        Tensor Forward(Tensor x) { var y = Own(x) + Own(w); return {|NG0008:w == w|} ? y : x; }
        """);

    [Fact]
    public Task Shapes_that_do_not_fit_are_all_reported_and_nothing_that_follows_from_them() => Verify("""
        [Block<Part>(3)] Layer part;
        Tensor Forward(Tensor x)
        {
            var a = {|NG1001:x + part(x)|};
            var b = head(a) * a + x;
            var c = {|NG1005:Reshape(x, 3)|};
            return {|NG1001:MatMul(x, part(x))|} + b + c;
        }
        """);

    [Fact]
    public Task Fields_without_a_Forward_are_reported_at_the_class() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(8), MeanSquaredError]
        public partial class {|NG0008:Net|} { [Dense(8)] Layer head; }
        """);

    [Fact]
    public Task Layers_at_the_class_of_a_graph_are_reported() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(8), {|NG0004:Dense(4)|}, ReLU, MeanSquaredError]
        public partial class Net { [Dense(8)] Layer head; Tensor Forward(Tensor x) => head(x); }
        """);

    [Fact]
    public Task Method_named_Forward_that_knows_no_tensors_leaves_a_stack_alone() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, Input(8), Dense(4), MeanSquaredError]
        public partial class Net { public int Forward(int x) => x; }
        """);

    [Theory]
    [InlineData("[Network, Input(8), Dense(4), MeanSquaredError]", "[Loss] static Tensor {|NG0013:Own|}(Tensor y) => Sum(y);")]
    [InlineData("[Network, Input(8), Dense(4)]", "[Loss] static Tensor One(Tensor y) => Sum(y); [Loss] static Tensor {|NG0013:Two|}(Tensor y) => Sum(y);")]
    [InlineData("[Network, Input(8), Dense(4)]", "[Loss] static Tensor One(Tensor y) => Sum(y); [Loss] static Tensor {|NG0008:One|}(Tensor y, Tensor t) => Sum(y - t);")]
    [InlineData("[Network, Input(8), Dense(4)]", "[Loss] static Tensor One(Tensor y, Tensor t) => Sum(Square(y - t));")]
    public Task Stack_has_one_loss_method_or_attribute(string attributes, string members) => AnalyzerTest.VerifyAsync(Usings + $$"""
        {{attributes}}
        public partial class Net { {{members}} }
        """);

    [Fact]
    public Task Inputs_and_parameters_are_counted() => AnalyzerTest.VerifyAsync(Usings + """
        [Network, {|NG0012:Input(8)|}, MeanSquaredError]
        public partial class Net { [Dense(8)] Layer head; Tensor Forward(Tensor x, Tensor y) => head(x) + y; }
        """);

    [Theory]
    [InlineData("Tensor Forward(Tensor x) => head(x")]
    [InlineData("Tensor Forward(Tensor x) => hed(x);")]
    [InlineData("Tensor Forward(Tensor x) { var y = head(x); retur }")]
    [InlineData("Tensor Forward(Tensor x) { }")]
    [InlineData("Tensr Forward(Tensor x) => head(x);")]
    [InlineData("Tensor Forward(Tensor x) => head(x, x);")]
    [InlineData("Tensor Forward(Tensor x) => x.;")]
    [InlineData("[Dens(3)] Layer more; Tensor Forward(Tensor x) => more(x);")]
    [InlineData("[Dense(] Layer more; Tensor Forward(Tensor x) => more(x);")]
    [InlineData("[Block<Prt>(3)] Layer more; Tensor Forward(Tensor x) => more(x);")]
    [InlineData("Tensor Forward(Tensor x) { Tensor y; return y; }")]
    public Task Half_typed_code_is_left_to_the_compiler(string members) => Verify(members);

    private static Task Verify(string members) => AnalyzerTest.VerifyAsync(Usings + $$"""
        [Network, Input(8), MeanSquaredError]
        public partial class Net
        {
            [Dense(8)] Layer head;
            [Parameter(8, 8)] Tensor w;
            {{members}}
        }

        public sealed class Rows { public IEnumerator<Tensor> GetEnumerator() => null!; }
        public static class Elsewhere { public static int Length => 3; }
        [Block] public partial class Part { [Dense(A)] Layer body; public Tensor Forward(Tensor x) => body(x); }
        """, ignored: ["NG5001"]);
}
