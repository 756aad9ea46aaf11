using static NetGen.Ops;

namespace NetGen.Sequences.Tests.Networks;

[Network, TokenInput(7, 11)]
[Embedding(5), Flatten, Dense(3), SoftmaxCrossEntropy]
public partial class EmbeddingNet;

[Network, TokenInput(3, 4)]
[Embedding(1), Flatten, Dense(3), SoftmaxCrossEntropy]
public partial class EmbeddingOneFeatureNet;

[Network, TokenInput(5, 33)]
[Embedding(33, 17), Flatten, Dense(3), SoftmaxCrossEntropy]
public partial class Embedding17Net;

[Network, TokenInput(9, 100)]
[Embedding(33), Flatten, Dense(3), SoftmaxCrossEntropy]
public partial class Embedding33Net;

[Network, TokenInput(2, 70)]
[Embedding(64), Flatten, Dense(3), SoftmaxCrossEntropy]
public partial class Embedding64Net;

[Network, TokenInput(40, 2)]
[Embedding(6), Flatten, Dense(3), SoftmaxCrossEntropy]
public partial class EmbeddingFewTokensNet;

[Network, TokenInput(6, 5)]
[Embedding(4, Padding = 2), Flatten, Dense(3), SoftmaxCrossEntropy]
public partial class EmbeddingPaddingNet;

[Network, TokenInput(5, 7), SoftmaxCrossEntropy]
public partial class TiedNet
{
    [Parameter(7, 6)] Tensor table;
    [Dense(6), Tanh] Layer body;

    Tensor Forward(Tensor tokens) => MatMul(body(Gather(table, tokens)), Transpose(table));
}

[Network, TokenInput(35, 40), SoftmaxCrossEntropy]
public partial class Tied33Net
{
    [Parameter(40, 33)] Tensor table;
    [Dense(33), Tanh] Layer body;

    Tensor Forward(Tensor tokens) => MatMul(body(Gather(table, tokens)), Transpose(table));
}
