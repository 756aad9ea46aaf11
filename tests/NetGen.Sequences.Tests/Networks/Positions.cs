using static NetGen.Ops;

namespace NetGen.Sequences.Tests.Networks;

[Network, TokenInput(7, 11)]
[Embedding(5), PositionalEmbedding, Dense(4), SoftmaxCrossEntropy]
public partial class PositionalEmbeddingNet;

[Network, TokenInput(33, 5)]
[Embedding(17), PositionalEmbedding(40), Dense(3), SoftmaxCrossEntropy]
public partial class PositionalEmbeddingLongerNet;

[Network, TokenInput(9, 5)]
[Embedding(6), SinusoidalPosition, Tanh, Dense(3), SoftmaxCrossEntropy]
public partial class SinusoidalNet;

[Network, TokenInput(35, 5)]
[Embedding(33), SinusoidalPosition, Tanh, Dense(3), SoftmaxCrossEntropy]
public partial class SinusoidalOddNet;

[Network, TokenInput(19, 5)]
[Embedding(12), Block<Turned>, Dense(3), SoftmaxCrossEntropy]
public partial class RotaryNet;

[Block]
public partial class Turned
{
    Tensor Forward(Tensor x) => Tanh(Rotary(x, heads: 2));
}
