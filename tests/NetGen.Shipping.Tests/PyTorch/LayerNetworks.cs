namespace NetGen.Shipping.Tests.PyTorch;

// A network for each layer with weights: the modules of tests/reference/round_trip.py.

[Network(Inference = true), Input(5)]
[Dense(3)]
public partial class DenseLayer;

[Network(Inference = true), Input(4, 9)]
[Conv1D(6, 3, Groups = 2)]
public partial class Conv1DLayer;

[Network(Inference = true), Input(4, 7, 7)]
[Conv2D(6, 3, 2, Groups = 2)]
public partial class Conv2DLayer;

[Network(Inference = true), Input(4, 5, 5)]
[ConvTranspose2D(6, 3, 2, Groups = 2)]
public partial class ConvTranspose2DLayer;

[Network(Inference = true), Input(4, 5, 5)]
[BatchNorm]
public partial class BatchNormLayer;

[Network(Inference = true), Input(6)]
[LayerNorm]
public partial class LayerNormLayer;

[Network(Inference = true), Input(4, 5, 5)]
[GroupNorm(2)]
public partial class GroupNormLayer;

[Network(Inference = true), Input(6)]
[RMSNorm]
public partial class RMSNormLayer;

[Network(Inference = true), Input(5)]
[PReLU]
public partial class PReLULayer;

[Network(Inference = true), TokenInput(5, 11)]
[Embedding(7), PositionalEmbedding]
public partial class EmbeddingLayers;

[Network(Inference = true), Input(5, 4)]
[RNN(3, Layers = 2, Bidirectional = true)]
public partial class RnnLayer;

[Network(Inference = true), Input(5, 4)]
[LSTM(3, Layers = 2, Bidirectional = true)]
public partial class LstmLayer;

[Network(Inference = true), Input(5, 4)]
[GRU(3, Layers = 2, Bidirectional = true)]
public partial class GruLayer;

[Network(Inference = true), Input(5, 8)]
[SelfAttention(2)]
public partial class SelfAttentionLayer;

[Network(Inference = true), Input(4)]
public partial class RawParameter
{
    [Parameter(3, 4)] private readonly Tensor w;

    private Tensor Forward(Tensor x) => Ops.MatMul(x, Ops.Transpose(w));
}
