using static NetGen.Ops;

namespace NetGen.Sequences.Tests.Networks;

/// <summary>A language model as one is used: heads of a panel each, blocks, a table at both ends.</summary>
[Network, TokenInput(40, 23), SoftmaxCrossEntropy]
public partial class WriterNet
{
    [Parameter(23, 64)] Tensor tokens;
    [PositionalEmbedding(50), Block<WriterBlock>(Repeat = 2), LayerNorm] Layer body;

    Tensor Forward(Tensor x) => MatMul(body(Gather(tokens, x)), Transpose(tokens));
}

[Block]
public partial class WriterBlock
{
    [LayerNorm, SelfAttention(2, Causal = true)] Layer attention;
    [LayerNorm, Dense(96), GELU, Dense(64)] Layer mixing;

    Tensor Forward(Tensor x)
    {
        var y = x + attention(x);
        return y + mixing(y);
    }
}

/// <summary>A language model that knows no positions, and so writes without end.</summary>
[Network, TokenInput(8, 11)]
[Embedding(12), GRU(20, ReturnSequences = true), Dense(11), SoftmaxCrossEntropy]
public partial class EndlessNet;

/// <summary>Values rather than tokens, states of two layers, and one answer at the end.</summary>
[Network, Input(9, 5)]
[LSTM(6, Layers = 2), Dense(3), MeanSquaredError]
public partial class ValuesNet;

/// <summary>A recurrence of the user's.</summary>
[Network, Input(6, 4), MeanSquaredError]
public partial class StreamedCellNet
{
    [Recurrent<StreamedCell>(ReturnSequences = true), Dense(2)] Layer body;

    Tensor Forward(Tensor x) => body(x);
}

[Cell]
public partial class StreamedCell
{
    [Dense(5)] Layer input, state;

    (Tensor y, Tensor h) Step(Tensor x, [State(5)] Tensor h)
    {
        var next = Tanh(input(x) + state(h));
        return (next, next);
    }
}

[Network(Precision = Precision.Double), TokenInput(34, 7)]
[Embedding(24), SinusoidalPosition, SelfAttention(3, Causal = true), LSTM(5, ReturnSequences = true), Dense(7), SoftmaxCrossEntropy]
public partial class DoubleStreamNet;

/// <summary>Each position sees the first three, those that come after it among them.</summary>
[Network, Input(5, 6), MeanSquaredError]
public partial class FirstPositionsNet
{
    [GRU(6, ReturnSequences = true)] Layer body;

    Tensor Forward(Tensor x)
    {
        var y = body(x);
        return y + Attention(y, y[..3], y[..3], heads: 2);
    }
}

/// <summary>Each position is compared with the last one.</summary>
[Network, Input(5, 6), MeanSquaredError]
public partial class FromTheEndNet
{
    [GRU(6, ReturnSequences = true)] Layer body;

    Tensor Forward(Tensor x)
    {
        var y = body(x);
        return y - y[^1..];
    }
}

/// <summary>Queries of a sequence, keys and values of a learned table; and a recurrence over a parameter, which is none over positions.</summary>
[Network, TokenInput(6, 5), MeanSquaredError]
public partial class LearnedKeysNet
{
    [Parameter(3, 6)] Tensor keys;
    [Embedding(6), GRU(6, ReturnSequences = true)] Layer body;
    [LSTM(6)] Layer summary;

    Tensor Forward(Tensor x)
    {
        var y = body(x);
        return y * summary(keys) + Attention(y, keys, keys, heads: 2);
    }
}

/// <summary>Answers about one of two sequences, and not the first.</summary>
[Network, MeanSquaredError]
public partial class OtherInputNet
{
    [LSTM(4, ReturnSequences = true)] Layer body;

    Tensor Forward([Input(5, 3)] Tensor first, [Input(5, 2)] Tensor second) => body(second);
}

/// <summary>Queries along features, keys that are the same for all samples and yet no constants.</summary>
[Network, Input(6, 4), MeanSquaredError]
public partial class AcrossNet
{
    [Parameter(3, 6)] Tensor table;
    [GRU(6, ReturnSequences = true)] Layer body, over;

    Tensor Forward(Tensor x)
    {
        var keys = over(table);
        return Transpose(Attention(Transpose(body(x)), keys, keys));
    }
}

/// <summary>A sequence of one position, which becomes one of several.</summary>
[Network, Input(1, 4), MeanSquaredError]
public partial class SinglePositionNet
{
    [Parameter(5, 4)] Tensor table;
    [GRU(4, ReturnSequences = true)] Layer body;

    Tensor Forward(Tensor x) => body(x) + table;
}

/// <summary>Has a field and a class of its own by the name of what it offers.</summary>
[Network, Input(5, 3), MeanSquaredError]
public partial class Stream
{
    [LSTM(4, ReturnSequences = true)] Layer Streams;

    Tensor Forward(Tensor x) => Streams(x);
}

/// <summary>Answers about tokens, and not with tokens.</summary>
[Network, TokenInput(8, 5)]
[Embedding(6), GRU(6, ReturnSequences = true), Dense(9), SoftmaxCrossEntropy]
public partial class TaggerNet;

/// <summary>States and a cache.</summary>
[Network, TokenInput(12, 5)]
[Embedding(6), GRU(6, ReturnSequences = true), SelfAttention(2, Causal = true), Dense(5), SoftmaxCrossEntropy]
public partial class BothMemoriesNet;
