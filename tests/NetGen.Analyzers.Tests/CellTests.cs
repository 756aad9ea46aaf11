using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

/// <summary>What is said of cells and of the recurrences that use them.</summary>
public sealed class CellTests
{
    private const string Cell = """
        [Cell]
        public partial class Own
        {
            [Dense(A)] Layer input, state;
            (Tensor y, Tensor h) Step(Tensor x, [State(A)] Tensor h) { var n = Tanh(input(x) + state(h)); return (n, n); }
        }

        """;

    [Fact]
    public Task Cell_and_its_uses_are_clean() => AnalyzerTest.VerifyAsync(GraphAnalyzerTests.Usings + Cell + """
        [Network, Input(7, 3)]
        [Recurrent<Own>(8, ReturnSequences = true), Recurrent<Own>(4, Bidirectional = true), Dense(2), MeanSquaredError]
        public partial class Net;
        """);

    [Theory]
    [InlineData("(Tensor y, Tensor h) {|NG0008:Step|}(Tensor x, Tensor h) => (input(x), h);")]
    [InlineData("(Tensor y, Tensor h) {|NG0008:Step|}([State(3)] Tensor h, Tensor x) => (input(x), h);")]
    [InlineData("Tensor {|NG0008:Step|}(Tensor x, [State(3)] Tensor h) => input(x) + h;")]
    [InlineData("Tensor {|NG0008:Step|}(Tensor x) => input(x);")]
    [InlineData("(Tensor y, Tensor h, Tensor more) {|NG0008:Step|}(Tensor x, [State(3)] Tensor h) => (input(x), h, h);")]
    public Task Step_that_does_not_lead_from_states_to_states_is_reported(string step) => AnalyzerTest.VerifyAsync(GraphAnalyzerTests.Usings + $$"""
        [Cell]
        public partial class Own
        {
            [Dense(3)] Layer input;
            {{step}}
        }
        """);

    [Fact]
    public Task Cell_without_a_step_is_reported() => AnalyzerTest.VerifyAsync(GraphAnalyzerTests.Usings + """
        [Cell]
        public partial class {|NG0008:Own|}
        {
            [Dense(3)] Layer input;
            Tensor Forward(Tensor x) => input(x);
        }
        """);

    [Theory]
    [InlineData("Input(3)", "{|NG1002:Recurrent<Own>(8)|}")]
    [InlineData("Input(7, 3)", "{|NG0005:Recurrent<Part>|}")]
    [InlineData("Input(7, 3)", "{|NG0005:Recurrent<Own>|}")]
    [InlineData("Input(7, 3)", "{|NG0005:Recurrent<Own>(8, Repeat = 2)|}")]
    public Task Use_that_does_not_fit_is_reported(string input, string layer) => AnalyzerTest.VerifyAsync(GraphAnalyzerTests.Usings + Cell + $$"""
        [Block, Dense(3)]
        public partial class Part;

        [Network, {{input}}]
        [{{layer}}, Dense(2), MeanSquaredError]
        public partial class Net;
        """);

    [Fact]
    public Task State_that_changes_its_shape_is_reported() => AnalyzerTest.VerifyAsync(GraphAnalyzerTests.Usings + """
        [Cell]
        public partial class Own
        {
            [Dense(4)] Layer input;
            (Tensor y, Tensor h) Step(Tensor x, [State(3)] Tensor h) { var n = input(x); return (n, n); }
        }

        [Network, Input(7, 3)]
        [{|NG1001:Recurrent<Own>|}, Dense(2), MeanSquaredError]
        public partial class Net;
        """);

    [Theory]
    [InlineData("LSTM(4)")]
    [InlineData("BatchNorm")]
    public Task What_a_step_cannot_do_is_reported(string layer) => AnalyzerTest.VerifyAsync(GraphAnalyzerTests.Usings + $$"""
        [Cell]
        public partial class Own
        {
            [{|NG0005:{{layer}}|}] Layer input;
            (Tensor y, Tensor h) Step(Tensor x, [State(3)] Tensor h) { var n = Tanh(h); return (input(x), n); }
        }

        [Network, Input(7, 3, 3)]
        [Recurrent<Own>, Flatten, Dense(2), MeanSquaredError]
        public partial class Net;
        """);
}
