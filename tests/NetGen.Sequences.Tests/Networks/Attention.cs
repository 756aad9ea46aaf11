using static NetGen.Ops;

namespace NetGen.Sequences.Tests.Networks;

[Network, TokenInput(5, 7)]
[Embedding(6), SelfAttention(2), Dense(3), SoftmaxCrossEntropy]
public partial class AttentionNet;

[Network, TokenInput(3, 4)]
[Embedding(17), SelfAttention(1), Dense(3), SoftmaxCrossEntropy]
public partial class AttentionOneHeadNet;

[Network, TokenInput(9, 7)]
[Embedding(12), SelfAttention(3, Causal = true), Dense(3), SoftmaxCrossEntropy]
public partial class AttentionCausalNet;

[Network, TokenInput(35, 7)]
[Embedding(33), SelfAttention(3, Causal = true), Dense(3), SoftmaxCrossEntropy]
public partial class AttentionCausal35Net;

[Network, TokenInput(9, 7)]
[Embedding(12), SelfAttention(3, Causal = true, Rotary = true), Dense(3), SoftmaxCrossEntropy]
public partial class AttentionRotaryNet;

[Network, TokenInput(4, 5)]
[Embedding(8), SelfAttention(4, Bias = false), Dense(3), SoftmaxCrossEntropy]
public partial class AttentionNoBiasNet;

/// <summary>Heads of a whole panel each, and queries of more than two blocks.</summary>
[Network, TokenInput(70, 7)]
[Embedding(64), PositionalEmbedding, SelfAttention(2, Causal = true), SelfAttention(2, Causal = true, Rotary = true), Dense(3), SoftmaxCrossEntropy]
public partial class CausalPanelsNet;

[Network, TokenInput(1, 5)]
[Embedding(4), SelfAttention(2), Dense(3), SoftmaxCrossEntropy]
public partial class AttentionSinglePositionNet;

/// <summary>A small GPT: blocks with the norms before, and the table of tokens at both ends.</summary>
[Network, TokenInput(10, 13), SoftmaxCrossEntropy]
public partial class TransformerNet
{
    [Parameter(13, 12)] Tensor tokens;
    [PositionalEmbedding] Layer positions;
    [Block<TransformerBlock>(Repeat = 2)] Layer blocks;
    [LayerNorm] Layer last;

    Tensor Forward(Tensor x) => MatMul(last(blocks(positions(Gather(tokens, x)))), Transpose(tokens));
}

[Block]
public partial class TransformerBlock
{
    [LayerNorm, SelfAttention(3, Causal = true)] Layer attention;
    [LayerNorm, Dense(24), GELU, Dense(12)] Layer mixing;

    Tensor Forward(Tensor x)
    {
        var y = x + attention(x);
        return y + mixing(y);
    }
}
