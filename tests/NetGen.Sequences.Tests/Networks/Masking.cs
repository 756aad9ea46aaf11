using static NetGen.Ops;

namespace NetGen.Sequences.Tests.Networks;

[Network, TokenInput(6, 6)]
[Masking, Embedding(4), RNN(3), Dense(3), SoftmaxCrossEntropy]
public partial class MaskedRnnLastNet;

[Network, TokenInput(5, 6)]
[Masking, Embedding(4), LSTM(3, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class MaskedLstmNet;

[Network, TokenInput(7, 6)]
[Masking(0), Embedding(5), LSTM(17), Dense(3), SoftmaxCrossEntropy]
public partial class MaskedLstmLastNet;

[Network, TokenInput(9, 6)]
[Masking, Embedding(6), LSTM(32, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class MaskedLstm32Net;

[Network, TokenInput(5, 6)]
[Masking, Embedding(4), LSTM(3, Bidirectional = true, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class MaskedLstmBidirectionalNet;

[Network, TokenInput(6, 6)]
[Masking, Embedding(4), LSTM(33, Bidirectional = true), Dense(3), SoftmaxCrossEntropy]
public partial class MaskedLstmBidirectionalLastNet;

[Network, TokenInput(5, 6)]
[Masking, Embedding(3), LSTM(6, Layers = 3, Bidirectional = true), Dense(3), SoftmaxCrossEntropy]
public partial class MaskedLstmDeepNet;

[Network, TokenInput(5, 6)]
[Masking, Embedding(4), GRU(3, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class MaskedGruNet;

[Network, TokenInput(7, 6)]
[Masking, Embedding(5), GRU(32), Dense(3), SoftmaxCrossEntropy]
public partial class MaskedGruLastNet;

[Network, TokenInput(6, 6)]
[Masking, Embedding(5), GRU(4, Layers = 2, Bidirectional = true, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class MaskedGruTwoLayersNet;

[Network, TokenInput(5, 7)]
[Masking, Embedding(6), SelfAttention(2), Dense(3), SoftmaxCrossEntropy]
public partial class MaskedAttentionNet;

[Network, TokenInput(35, 7)]
[Masking, Embedding(32), SelfAttention(1), Dense(3), SoftmaxCrossEntropy]
public partial class MaskedAttention35Net;

[Network, TokenInput(39, 7)]
[Masking, Embedding(33), SelfAttention(3, Causal = true), Dense(3), SoftmaxCrossEntropy]
public partial class MaskedAttentionCausalNet;

[Network, TokenInput(7, 9)]
[Masking, Embedding(8), Block<MaskedBlock>, Residual<MaskedResidual>, GRU(5), Dense(3), SoftmaxCrossEntropy]
public partial class MaskedBlocksNet;

[Block]
public partial class MaskedBlock
{
    [LayerNorm, SelfAttention(2)] Layer attention;
    [Dense(8)] Layer mixing;

    Tensor Forward(Tensor x)
    {
        var y = x + attention(x);
        return Tanh(0.5 * mixing(y) + y);
    }
}

[Block, SelfAttention(2), Dense(8)]
public partial class MaskedResidual;
