using static NetGen.Ops;

namespace NetGen.Benchmarks;

// Sequences of the comparison with PyTorch; their names are those of benchmarks/peers/workloads.py, their parameters in the same order.

[Network, Input(100, 64)]
[LSTM(128), Dense(10), SoftmaxCrossEntropy]
public partial class Lstm128;

[Network, Input(100, 64)]
[GRU(128), Dense(10), SoftmaxCrossEntropy]
public partial class Gru128;

[Network, Input(128, 128), SoftmaxCrossEntropy]
public partial class Transformer128
{
    [Block<PreNormBlock>(512, 128)]
    private readonly Layer _block;

    [Dense(10)]
    private readonly Layer _head;

    private Tensor Forward(Tensor x) => _head(Mean(_block(x), 0));
}

[Network, Input(128, 256), SoftmaxCrossEntropy]
public partial class Transformer256
{
    [Block<PreNormBlock>(1024, 256)]
    private readonly Layer _block;

    [Dense(10)]
    private readonly Layer _head;

    private Tensor Forward(Tensor x) => _head(Mean(_block(x), 0));
}

[Block]
public partial class PreNormBlock
{
    [LayerNorm, SelfAttention(4, Causal = true)]
    private readonly Layer _attention;

    [LayerNorm, Dense(Hole.A), GELU, Dense(Hole.B)]
    private readonly Layer _mixing;

    private Tensor Forward(Tensor x)
    {
        var y = x + _attention(x);
        return y + _mixing(y);
    }
}
