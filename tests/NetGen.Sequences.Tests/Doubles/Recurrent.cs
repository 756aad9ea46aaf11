using NetGen.Graphs.Tests;
using static NetGen.Ops;

namespace NetGen.Sequences.Tests.Doubles;

[Network(Precision = Tested.Precision), Input(30, 3)]
[LSTM(5), Dense(2), MeanSquaredError]
public partial class LongMemoryNet;

[Network(Precision = Tested.Precision), Input(30, 2)]
[GRU(4, ReturnSequences = true, Bidirectional = true), Dense(2), MeanSquaredError]
public partial class LongGatesNet;

[Network(Precision = Tested.Precision), Input(30, 2)]
[RNN(6, Layers = 2), Dense(3), SoftmaxCrossEntropy]
public partial class LongElmanNet;

/// <summary>States as wide as a panel, so that gates are parts of it where they lie.</summary>
[Network(Precision = Tested.Precision), Input(5, 7)]
[LSTM(32, ReturnSequences = true), GRU(16), Dense(2), MeanSquaredError]
public partial class WidePanelsOfGatesNet;

/// <summary>The same weights at two sequences, and what both leave compared.</summary>
[Network(Precision = Tested.Precision), Input(8, 3), MeanSquaredError]
public partial class SharedRecurrenceNet
{
    [LSTM(4)] Layer read;
    [Dense(2)] Layer head;

    Tensor Forward(Tensor x) => head(read(x[..4, ..]) - read(x[4.., ..]));
}

/// <summary>A derivative through time within the network: it is differentiated once more.</summary>
[Network(Precision = Tested.Precision), Input(4, 3), MeanSquaredError]
public partial class GradientThroughTimeNet
{
    [GRU(3), Dense(1)] Layer energy;

    Tensor Forward(Tensor x) => Gradient(energy(x), x);
}
