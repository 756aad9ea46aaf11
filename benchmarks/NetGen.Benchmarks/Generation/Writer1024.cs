using static NetGen.Ops;

namespace NetGen.Benchmarks.Generation;

/// <summary>The network of samples/TinyGpt with a longer context, so that attention becomes a large part of a position.</summary>
[Network, TokenInput(1024, 128), SoftmaxCrossEntropy]
public partial class Writer1024
{
    [Parameter(128, 128, Init = Initializer.Normal)]
    private readonly Tensor _table;

    [PositionalEmbedding(Init = Initializer.Normal), Block<PreNormBlock>(512, 128, Repeat = 4), LayerNorm]
    private readonly Layer _body;

    private Tensor Forward(Tensor text) => MatMul(_body(Gather(_table, text)), Transpose(_table));
}
