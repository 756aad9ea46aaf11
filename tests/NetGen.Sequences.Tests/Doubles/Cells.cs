using NetGen.Graphs.Tests;
using static NetGen.Hole;
using static NetGen.Ops;

namespace NetGen.Sequences.Tests.Doubles;

/// <summary>The cell of the language's description.</summary>
[Cell]
public partial class MinimalCell
{
    [Dense(A)] Layer input, state;

    (Tensor y, Tensor h) Step(Tensor x, [State(A)] Tensor h)
    {
        var next = Tanh(input(x) + state(h));
        return (next, next);
    }
}

/// <summary>Two states of different widths, an output of its own, a normalisation, a parameter and a part.</summary>
[Cell]
public partial class ElaborateCell
{
    [Dense(6), LayerNorm] Layer read;
    [Dense(6, Bias = false)] Layer again;
    [Dense(3), Sigmoid] Layer forget;
    [Block<SmallBlock>(3)] Layer part;
    [Parameter(3)] Tensor decay;

    (Tensor y, Tensor h, Tensor memory) Step(Tensor x, [State(6)] Tensor h, [State(3)] Tensor memory)
    {
        var next = Tanh(read(x) + again(h));
        var kept = memory * forget(next) + decay * part(x);
        return (Concat(kept, next[..2]), next, kept);
    }
}

[Block]
public partial class SmallBlock
{
    [Dense(A), Tanh] Layer body;

    Tensor Forward(Tensor x) => body(x) * 0.5;
}

/// <summary>States of several axes, and a sequence of matrices.</summary>
[Cell]
public partial class MatrixCell
{
    [Parameter(3, 3)] Tensor turn;

    (Tensor y, Tensor m) Step(Tensor x, [State(2, 3)] Tensor m)
    {
        var next = 0.9 * MatMul(m, turn) + x;
        return (Sum(next, 1), Tanh(next));
    }
}

/// <summary>States that change places.</summary>
[Cell]
public partial class TurningCell
{
    [Dense(4), Tanh] Layer read;

    (Tensor y, Tensor a, Tensor b, Tensor c) Step(Tensor x, [State(4)] Tensor a, [State(4)] Tensor b, [State(4)] Tensor c) => (a * b + 2 * c, read(x) + 0.5 * c, a, b);
}

[Network(Precision = Tested.Precision), Input(6, 3)]
[Recurrent<TurningCell>(ReturnSequences = true), Dense(2), MeanSquaredError]
public partial class TurningCellNet;

[Network(Precision = Tested.Precision), Input(7, 3)]
[Recurrent<MinimalCell>(5), Dense(2), MeanSquaredError]
public partial class MinimalCellNet;

[Network(Precision = Tested.Precision), Input(6, 4)]
[Recurrent<ElaborateCell>(ReturnSequences = true), Dense(2), MeanSquaredError]
public partial class ElaborateCellNet;

[Network(Precision = Tested.Precision), Input(5, 4)]
[Recurrent<ElaborateCell>(Bidirectional = true), Dense(3), SoftmaxCrossEntropy]
public partial class BothWaysCellNet;

[Network(Precision = Tested.Precision), Input(4, 2, 3)]
[Recurrent<MatrixCell>(ReturnSequences = true), Recurrent<MinimalCell>(33), Dense(1), MeanSquaredError]
public partial class MatrixCellNet;

/// <summary>The same cell, with the same weights, at two sequences of a graph.</summary>
[Network(Precision = Tested.Precision), Input(8, 3), MeanSquaredError]
public partial class SharedCellNet
{
    [Recurrent<MinimalCell>(4)] Layer read;
    [Dense(2)] Layer head;

    Tensor Forward(Tensor x) => head(read(x[..4, ..]) * read(x[4.., ..]));
}

/// <summary>States that are parts of what they and their input are joined to, as wide as half a panel and more.</summary>
[Cell]
public partial class LastInputsCell
{
    [Dense(2)] Layer read;

    (Tensor y, Tensor h) Step(Tensor x, [State(32)] Tensor h) => (read(Tanh(h)), Concat(x, h)[..32]);
}

/// <summary>Rows of a table in every step, and a state that is a part of another.</summary>
[Cell]
public partial class PickingCell
{
    [Parameter(7, 16)] Tensor table;
    [Dense(16)] Layer gate;

    (Tensor y, Tensor a, Tensor b) Step(Tensor x, [State(32)] Tensor a, [State(16)] Tensor b)
    {
        var picked = Flatten(Gather(table, Floor(3 + 3 * Tanh(x[..1]))));
        var g = Sigmoid(gate(x));
        var next = Concat(g * b + g, picked);
        return (next, next, a[..16]);
    }
}

[Network(Precision = Tested.Precision), Input(5, 16)]
[Recurrent<LastInputsCell>, Dense(2), MeanSquaredError]
public partial class LastInputsCellNet;

[Network(Precision = Tested.Precision), Input(4, 3)]
[Recurrent<PickingCell>, Dense(2), MeanSquaredError]
public partial class PickingCellNet;

/// <summary>A recurrence over a parameter, the same for all samples.</summary>
[Network(Precision = Tested.Precision), Input(3), MeanSquaredError]
public partial class PromptNet
{
    [Parameter(5, 4)] Tensor prompt;
    [LSTM(3)] Layer read;

    Tensor Forward(Tensor x) => x * read(prompt);
}

/// <summary>Layers over a parameter, the same for all samples: learned queries of something that each sample has.</summary>
[Network(Precision = Tested.Precision), Input(6, 4), MeanSquaredError]
public partial class LearnedQueriesNet
{
    [Parameter(3, 5)] Tensor latents;
    [Dense(7), Tanh, Dense(4, Bias = false)] Layer queries;
    [Dense(4)] Layer keys;

    Tensor Forward(Tensor x) => Attention(queries(latents), keys(x), x, heads: 2);
}
