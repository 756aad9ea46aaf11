using NetGen.Graphs.Tests;
using static NetGen.Ops;

namespace NetGen.Sequences.Tests.Doubles;

[Network(Precision = Tested.Precision), TokenInput(5, 9)]
[Embedding(6), SinusoidalPosition, SelfAttention(2, Dropout = 0.2), Dense(3), SoftmaxCrossEntropy]
public partial class DroppedAttentionNet;

[Network(Precision = Tested.Precision), TokenInput(19, 9)]
[Embedding(18), PositionalEmbedding(20), SelfAttention(3, Causal = true, Bias = false), Dense(3), SoftmaxCrossEntropy]
public partial class CausalAttentionNet;

[Network(Precision = Tested.Precision), TokenInput(7, 9)]
[Embedding(12), SelfAttention(3, Causal = true, Rotary = true), Flatten, Dense(3), SoftmaxCrossEntropy]
public partial class RotaryAttentionNet;

/// <summary>Heads of a panel each, and three blocks of queries.</summary>
[Network(Precision = Tested.Precision), TokenInput(33, 9)]
[Embedding(32), PositionalEmbedding, SelfAttention(2, Causal = true), Dense(3), SoftmaxCrossEntropy]
public partial class PanelsOfAttentionNet;

/// <summary>One layer, applied twice: its weights are shared.</summary>
[Network(Precision = Tested.Precision), TokenInput(4, 9), SoftmaxCrossEntropy]
public partial class SharedAttentionNet
{
    [Embedding(8)] Layer embed;
    [LayerNorm, SelfAttention(2)] Layer attend;
    [PositionalEmbedding] Layer place;
    [Dense(3)] Layer head;

    Tensor Forward(Tensor tokens)
    {
        var x = place(embed(tokens));
        return head(attend(x + attend(x)));
    }
}

/// <summary>Queries and keys turned by hand, each sequence by itself.</summary>
[Network(Precision = Tested.Precision), TokenInput(5, 9), SoftmaxCrossEntropy]
public partial class CrossAttentionNet
{
    [Embedding(8)] Layer embed;
    [Dense(8)] Layer queries, keys, values;
    [Dense(3)] Layer head;

    Tensor Forward(Tensor tokens)
    {
        var x = embed(tokens);
        var memory = x[1..4];
        return head(Attention(Rotary(queries(x), 2, 500), Rotary(keys(memory), 2, 500), values(memory), heads: 2));
    }
}
