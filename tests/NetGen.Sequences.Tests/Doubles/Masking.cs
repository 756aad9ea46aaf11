using NetGen.Graphs.Tests;
using static NetGen.Ops;

namespace NetGen.Sequences.Tests.Doubles;

/// <summary>Absent tokens anywhere, at the beginning and in the middle too.</summary>
[Network(Precision = Tested.Precision), TokenInput(6, 4)]
[Masking, Embedding(5), LSTM(4, Bidirectional = true, ReturnSequences = true), GRU(16, Layers = 2), Dense(2), MeanSquaredError]
public partial class MaskedMemoryNet;

/// <summary>Steps of values: absent where all features are −1.</summary>
[Network(Precision = Tested.Precision), Input(6, 3), MeanSquaredError]
public partial class MaskedValuesNet
{
    [Masking(-1), Dense(4), Tanh, RNN(3), Dense(2)] Layer read;

    Tensor Forward(Tensor x) => read(Where(x[.., ..1] > 0.2, x, -1));
}

/// <summary>Two blocks of queries in two heads of a panel each; causal, so that a first query may see nothing.</summary>
[Network(Precision = Tested.Precision), TokenInput(33, 4)]
[Masking, Embedding(32), PositionalEmbedding, SelfAttention(2, Causal = true), Dense(3), SoftmaxCrossEntropy]
public partial class MaskedPanelsNet;

/// <summary>Heads within panels, with weights that are dropped.</summary>
[Network(Precision = Tested.Precision), TokenInput(7, 4)]
[Masking, Embedding(9), SelfAttention(3, Dropout = 0.2), LayerNorm, SelfAttention(3, Rotary = false), Dense(3), SoftmaxCrossEntropy]
public partial class MaskedHeadsNet;

[Network(Precision = Tested.Precision), TokenInput(5, 4)]
[Masking, Embedding(3), Recurrent<MinimalCell>(5, ReturnSequences = true, Bidirectional = true), Recurrent<MinimalCell>(4), Dense(2), MeanSquaredError]
public partial class MaskedCellNet;

/// <summary>What the cell yields is none of its states.</summary>
[Network(Precision = Tested.Precision), TokenInput(5, 4)]
[Masking, Embedding(4), Recurrent<ElaborateCell>(Bidirectional = true), Dense(3), SoftmaxCrossEntropy]
public partial class MaskedElaborateCellNet;

/// <summary>The same stack on a sequence with absent positions and on the same without; the mask goes through operations.</summary>
[Network(Precision = Tested.Precision), TokenInput(5, 4), SoftmaxCrossEntropy]
public partial class MaskedBranchesNet
{
    [Masking] Layer mark;
    [Embedding(6)] Layer embed;
    [SelfAttention(2), GRU(4)] Layer read;
    [Dense(3)] Layer head;

    Tensor Forward(Tensor tokens)
    {
        var present = embed(mark(tokens));
        return head(read(Tanh(present) * 0.5 + present) - read(embed(tokens)));
    }
}

/// <summary>Masks of Ops.Attention: a list of keys, and keys of each query; a derivative within the network.</summary>
[Network(Precision = Tested.Precision), TokenInput(5, 4), SoftmaxCrossEntropy]
public partial class MaskedOperationNet
{
    [Embedding(8)] Layer embed;
    [Dense(8)] Layer queries, keys, values;
    [Dense(3)] Layer head;

    Tensor Forward(Tensor tokens)
    {
        var x = embed(tokens);
        var (q, k, v) = (queries(x), keys(x), values(x));
        var seen = Attention(q, k, v, heads: 2, mask: NotEqual(tokens, 0));
        var near = Attention(q, k, v, causal: true, mask: MatMul(q, Transpose(k)) > -0.2);
        return head(seen + near + Gradient(Square(Attention(q, k, v, 4, mask: Equal(tokens, 1))), q));
    }
}

/// <summary>What layers hand to the next is dropped.</summary>
[Network(Precision = Tested.Precision), Input(5, 3)]
[LSTM(4, Layers = 3, Dropout = 0.3, Bidirectional = true), Dense(2), MeanSquaredError]
public partial class DroppedMemoryNet;
