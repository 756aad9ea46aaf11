using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

/// <summary>Tokens, positions and attention: what is refused or warned of, and where that is said.</summary>
public sealed class SequenceAnalyzerTests
{
    [Theory]
    [InlineData("TokenInput({|NG0005:0|}, 9), Embedding(3)")]
    [InlineData("TokenInput(5, {|NG0005:0|}), Embedding(3)")]
    [InlineData("TokenInput(5, {|NG0005:20_000_000|}), Embedding(3)")]
    [InlineData("TokenInput(5, 9), Embedding({|NG0005:0|})")]
    [InlineData("TokenInput(5, 9), Embedding({|NG0005:-1|}, 3)")]
    [InlineData("TokenInput(5, 9), Embedding(3, Padding = {|NG0005:9|})")]
    [InlineData("TokenInput(5, 9), Embedding(3), PositionalEmbedding({|NG0005:0|})")]
    [InlineData("TokenInput(5, 9), Embedding(4), SelfAttention(2, Dropout = {|NG0005:1|})")]
    [InlineData("TokenInput(5, 9), Embedding(4), LSTM(2, Layers = 2, Dropout = {|NG0005:1|})")]
    [InlineData("TokenInput(5, 9), Embedding(4), LSTM(2, Layers = 2, Dropout = {|NG0005:-0.1|})")]
    [InlineData("TokenInput(5, 9), Embedding(4), GRU(2, Dropout = {|NG0005:0.5|})")]
    [InlineData("TokenInput(5, 9), Masking({|NG0005:9|}), Embedding(4)")]
    [InlineData("TokenInput(5, 9), Masking({|NG0005:0.5|}), Embedding(4)")]
    [InlineData("Input(5, 9), Masking({|NG0005:double.NaN|}), GRU(4)")]
    public Task Value_outside_its_range_is_reported_at_the_argument(string attributes) => Verify(attributes);

    [Theory]
    [InlineData("TokenInput(5, 9), Embedding(3), {|NG1002:Embedding(9, 3)|}")]
    [InlineData("Input(5), {|NG1002:PositionalEmbedding|}")]
    [InlineData("Input(5), {|NG1002:SinusoidalPosition|}")]
    [InlineData("Input(3, 5, 4), {|NG1002:SelfAttention(2)|}")]
    [InlineData("Input(5), {|NG1002:Masking|}")]
    [InlineData("Input(3, 5, 4), {|NG1002:Masking|}")]
    [InlineData("TokenInput(5, 9), Embedding(4), Flatten, {|NG1002:Masking|}")]
    public Task Another_number_of_axes_is_reported_at_the_layer(string attributes) => Verify(attributes);

    [Theory]
    [InlineData("TokenInput(5, 9), Embedding(10), SelfAttention({|NG1007:3|})")]
    [InlineData("TokenInput(5, 9), Embedding(10), SelfAttention({|NG1007:0|})")]
    [InlineData("TokenInput(5, 9), Embedding(9), SelfAttention(3, Rotary = {|NG1007:true|})")]
    public Task Heads_that_do_not_divide_the_width_are_reported(string attributes) => Verify(attributes);

    [Fact]
    public async Task Table_of_too_few_positions_tells_both_lengths()
    {
        var found = await Verify("TokenInput(12, 9), Embedding(4), PositionalEmbedding({|NG1010:8|})");

        Assert.Contains("knows 8 positions, but its input has shape [12, 4]: 12 positions", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embedding_with_too_few_vectors_tells_both_numbers()
    {
        var found = await Verify("TokenInput(5, 100), Embedding({|NG5004:50|}, 8)");

        Assert.Contains("50 vectors, but its input holds tokens from 0 to 99", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input(5), {|NG5005:Embedding(8)|}")]
    [InlineData("Input(5), {|NG5005:Embedding(9, 8)|}")]
    [InlineData("TokenInput(5, 9), ReLU, {|NG5005:Embedding(8)|}")]
    public Task Embedding_of_values_is_reported(string attributes) => Verify(attributes);

    [Theory]
    [InlineData("TokenInput(5, 9), Embedding(8), SelfAttention(2, Causal = true), {|NG5003:SelfAttention(2)|}, Dense(9), SoftmaxCrossEntropy")]
    [InlineData("TokenInput(5, 9), Embedding(8), {|NG5003:SelfAttention(2, Rotary = true)|}, SelfAttention(2, Causal = true), Dense(9), SoftmaxCrossEntropy")]
    public Task Attention_to_later_positions_in_a_causal_network_is_reported(string attributes) => Verify(attributes);

    [Fact]
    public Task Attention_in_Forward_is_reported_where_it_sees_its_own_sequence_whole() => AnalyzerTest.VerifyAsync("""
        using NetGen;
        using static NetGen.Ops;
        [Network, TokenInput(5, 9), TokenInput(5, 9), SoftmaxCrossEntropy]
        public partial class Net
        {
            [Embedding(8)] Layer first, second;
            [Dense(9)] Layer head;
            Tensor Forward(Tensor x, Tensor other)
            {
                var y = first(x);
                var z = Attention(y, y, y, heads: 2, causal: true);
                var memory = second(other);
                var seen = Attention(z, memory, memory, heads: 2);
                return head({|NG5003:Attention(seen, y, y, heads: 2)|});
            }
        }
        """);

    [Theory]
    [InlineData("TokenInput(6, 9), Masking, Embedding(4), Reshape(3, 8), {|NG5006:LSTM(2)|}")]
    [InlineData("TokenInput(6, 9), Masking, Embedding(4), Conv1D(6, 3, Padding = 1), LayerNorm, {|NG5006:SelfAttention(2)|}")]
    public async Task Mask_that_was_lost_on_the_way_is_reported_where_it_is_needed(string attributes)
    {
        var found = await Verify(attributes);

        Assert.Contains("the mask of its input ended at '", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public Task Mask_of_another_shape_is_reported_in_Forward() => AnalyzerTest.VerifyAsync("""
        using NetGen;
        using static NetGen.Ops;
        [Network, TokenInput(5, 9), SoftmaxCrossEntropy]
        public partial class Net
        {
            [Embedding(8)] Layer embed;
            [Dense(9)] Layer head;
            Tensor Forward(Tensor x)
            {
                var y = embed(x);
                return head({|NG1001:Attention(y, y[1..], y[1..], mask: NotEqual(x, 0))|});
            }
        }
        """);

    [Theory]
    [InlineData("TokenInput(6, 9), Masking, Embedding(4), Reshape(3, 8), Masking, LSTM(2), Dense(3), SoftmaxCrossEntropy")]
    [InlineData("TokenInput(6, 9), Masking, Embedding(4), Flatten, Dense(3), SoftmaxCrossEntropy")]
    [InlineData("Input(6, 9), Masking(-1), Dense(4), GELU, Dropout(0.1), LSTM(4, ReturnSequences = true), SelfAttention(2, Causal = true), Dense(3), SoftmaxCrossEntropy")]
    [InlineData("TokenInput(6, 9), Masking, Embedding(4), GRU(3), Reshape(3, 1), LSTM(2, Layers = 2, Dropout = 0.2), Dense(3), SoftmaxCrossEntropy")]
    public Task Masks_that_reach_who_needs_them_are_clean(string attributes) => Verify(attributes);

    [Theory]
    [InlineData("TokenInput(5, 9), Embedding(8, Padding = 0), PositionalEmbedding(7), SelfAttention(2, Causal = true, Rotary = true, Dropout = 0.1), Dense(9), SoftmaxCrossEntropy(IgnoreIndex = 0)")]
    [InlineData("TokenInput(5, 9), Embedding(9, 8), SinusoidalPosition, SelfAttention(2), SelfAttention(4), Dense(9), SoftmaxCrossEntropy")]
    [InlineData("TokenInput(5, 9), Embedding(20, 8), SelfAttention(2, Causal = true), SelfAttention(2), Flatten, Dense(3), SoftmaxCrossEntropy")]
    [InlineData("TokenInput(5, 9), ReLU, Embedding(9, 8), Flatten, Dense(3), SoftmaxCrossEntropy")]
    public Task Fitting_sequences_are_clean(string attributes) => Verify(attributes);

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Verify(string attributes) => AnalyzerTest.VerifyAsync($"""
        using NetGen;
        [Network, {attributes}]
        public partial class Net;
        """);
}
