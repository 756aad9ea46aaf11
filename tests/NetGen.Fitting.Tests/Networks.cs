namespace NetGen.Fitting.Tests;

// Dropout, so that a training has generators whose state matters.
[Network, Input(7)]
[Dense(17), Tanh, Dropout(0.4)]
[Dense(3), SoftmaxCrossEntropy]
public partial class ClassNet;

// The same in double precision.
[Network(Precision = Precision.Double), Input(7)]
[Dense(17), Tanh, Dropout(0.4)]
[Dense(3), SoftmaxCrossEntropy]
public partial class DoubleNet;

// Wide enough that a batch of 64 is worth two threads.
[Network, Input(64)]
[Dense(257), ReLU, Dropout(0.2)]
[Dense(65), LayerNorm, GELU]
[Dense(3), SoftmaxCrossEntropy]
public partial class WideNet;

[Network, Input(7)]
[Dense(8), Tanh]
[Dense(1), MeanSquaredError]
public partial class LineNet;

[Network, Input(7)]
[Dense(1), Hinge]
public partial class MarginNet;

// Which token comes next, at each of six positions.
[Network, TokenInput(6, 11)]
[Embedding(8), Dense(11), SoftmaxCrossEntropy]
public partial class NextTokenNet;

[Network, TokenInput(6, 4)]
[Embedding(5, Padding = 0), Dense(4), SoftmaxCrossEntropy(IgnoreIndex = 0)]
public partial class PaddedTokenNet;
