using NetGen;
using static NetGen.Ops;

[Network, Input(28, 28)]
[LSTM(64), Dense(10), SoftmaxCrossEntropy]
public partial class RowReader;

[Network, TokenInput(100, 5000)]
[Embedding(64), LSTM(64, Bidirectional = true), Dropout(0.5), Dense(1), BinaryCrossEntropy]
public partial class OpinionReader;

[Network, TokenInput(50, 2000)]
[Embedding(64), GRU(64, Layers = 2), Dense(8), SoftmaxCrossEntropy]
public partial class TopicReader;

[Network, TokenInput(40, 3000)]
[Embedding(64), GRU(64, ReturnSequences = true, Bidirectional = true), Dense(17), SoftmaxCrossEntropy]
public partial class SpeechTagger;

// Karpathy 2015.
[Network, TokenInput(64, 96)]
[Embedding(32), LSTM(128, ReturnSequences = true, Layers = 2), Dense(96), SoftmaxCrossEntropy]
public partial class CharacterWriter;

[Network, Input(48, 3)]
[GRU(32), Dense(24), MeanSquaredError]
public partial class Forecast;

[Network, Input(20, 4)]
[RNN(32), Dense(2), SoftmaxCrossEntropy]
public partial class Elman;

// Kim 2014.
[Network, TokenInput(56, 8000), SoftmaxCrossEntropy]
public partial class TextConvolution
{
    [Embedding(64)] Layer words;
    [Conv1D(32, 3), ReLU] Layer three;
    [Conv1D(32, 4), ReLU] Layer four;
    [Conv1D(32, 5), ReLU] Layer five;
    [Dropout(0.5), Dense(2)] Layer head;

    Tensor Forward(Tensor text)
    {
        var x = Transpose(words(text));
        return head(Concat(Max(three(x), 1), Max(four(x), 1), Max(five(x), 1)));
    }
}

// Bai, Kolter and Koltun 2018.
[Network, Input(2, 64)]
[Conv1D(16, 3, Padding = 1), ReLU]
[Conv1D(16, 3, Padding = 2, Dilation = 2), ReLU]
[Conv1D(16, 3, Padding = 4, Dilation = 4), ReLU]
[Flatten, Dense(1), MeanSquaredError]
public partial class DilatedConvolution;

// Vaswani et al. 2017, the encoder.
[Network, TokenInput(128, 4000), SoftmaxCrossEntropy]
public partial class Encoder
{
    [Embedding(64), SinusoidalPosition, Residual<Attend>, Residual<Expand>, Residual<Attend>, Residual<Expand>, LayerNorm] Layer body;
    [Dense(4)] Layer head;

    Tensor Forward(Tensor text) => head(Mean(body(text), 0));
}

[Block, LayerNorm, SelfAttention(4, Dropout = 0.1)]
public partial class Attend;

[Block, LayerNorm, Dense(256), ReLU, Dropout(0.1), Dense(64)]
public partial class Expand;

// Radford et al. 2019.
[Network, TokenInput(64, 256)]
[Embedding(64), PositionalEmbedding, Dropout(0.1)]
[Residual<AttendBack>, Residual<Widen>, Residual<AttendBack>, Residual<Widen>]
[LayerNorm, Dense(256), SoftmaxCrossEntropy]
public partial class Gpt;

[Block, LayerNorm, SelfAttention(4, Causal = true)]
public partial class AttendBack;

[Block, LayerNorm, Dense(256), GELU, Dense(64)]
public partial class Widen;

// Rotary positions and root mean squares, Touvron et al. 2023.
[Network, TokenInput(64, 256)]
[Embedding(64)]
[Residual<RotaryAttend>, Residual<Gated>]
[RMSNorm, Dense(256, Bias = false), SoftmaxCrossEntropy]
public partial class Llama;

[Block, RMSNorm, SelfAttention(4, Causal = true, Rotary = true, Bias = false)]
public partial class RotaryAttend;

[Block]
public partial class Gated
{
    [RMSNorm] Layer norm;
    [Dense(128, Bias = false), SiLU] Layer gate;
    [Dense(128, Bias = false)] Layer wide;
    [Dense(64, Bias = false)] Layer narrow;

    Tensor Forward(Tensor x)
    {
        var h = norm(x);
        return narrow(gate(h) * wide(h));
    }
}

// Zaheer et al. 2017.
[Network, Input(32, 5), SoftmaxCrossEntropy]
public partial class DeepSets
{
    [Dense(32), ReLU, Dense(32), ReLU] Layer each;
    [Dense(32), ReLU, Dense(4)] Layer all;

    Tensor Forward(Tensor set) => all(Mean(each(set), 0));
}
