using NetGen.Graphs.Tests;
using static NetGen.Ops;

namespace NetGen.Sequences.Tests.Doubles;

/// <summary>More vectors than a panel has rows, more features than it is wide.</summary>
[Network(Precision = Tested.Precision), TokenInput(6, 19)]
[Embedding(35), Flatten, Dense(3), SoftmaxCrossEntropy]
public partial class WideEmbeddingNet;

[Network(Precision = Tested.Precision), TokenInput(19, 5)]
[Embedding(7), LayerNorm, Dense(4), SoftmaxCrossEntropy]
public partial class NormalisedPositionsNet;

[Network(Precision = Tested.Precision), TokenInput(3, 20)]
[Embedding(20, 6), Flatten, Dense(2), MeanSquaredError]
public partial class ValuesOfTokensNet;

/// <summary>Half of the tokens through one table twice: its gradient is a sum.</summary>
[Network(Precision = Tested.Precision), TokenInput(6, 9), SoftmaxCrossEntropy]
public partial class SharedTableNet
{
    [Embedding(5)] Layer embed;
    [Flatten, Dense(4), Tanh, Dense(3)] Layer head;

    Tensor Forward(Tensor tokens) => head(embed(tokens[..3]) * embed(tokens[3..]));
}

/// <summary>The table is computed: its rows are no parameter's.</summary>
[Network(Precision = Tested.Precision), TokenInput(5, 9), SoftmaxCrossEntropy]
public partial class ComputedTableNet
{
    [Parameter(9, 4)] Tensor low;
    [Parameter(4, 21)] Tensor high;
    [Flatten, Dense(3)] Layer head;

    Tensor Forward(Tensor tokens) => head(Gather(Tanh(MatMul(low, high)), tokens));
}

/// <summary>Rows of a table of more axes, by numbers that Forward computes; some are no number of a row.</summary>
[Network(Precision = Tested.Precision), TokenInput(5, 9), SoftmaxCrossEntropy]
public partial class MatricesByNumberNet
{
    [Parameter(6, 3, 4)] Tensor table;
    [Flatten, Dense(3)] Layer head;

    Tensor Forward(Tensor tokens) => head(Tanh(Gather(table, tokens - 2)));
}

[Network(Precision = Tested.Precision), TokenInput(4, 18), SoftmaxCrossEntropy]
public partial class TiedTableNet
{
    [Parameter(18, 17)] Tensor table;
    [Dense(17), GELU] Layer body;

    Tensor Forward(Tensor tokens) => MatMul(body(Gather(table, tokens)), Transpose(table));
}
