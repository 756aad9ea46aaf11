namespace NetGen.EndToEnd.Tests.Training;

// Large enough that a batch of 64 is worth two threads; odd widths, dropout, a norm.
[Network, Input(131)]
[Dense(257), ReLU, Dropout(0.3)]
[Dense(65), LayerNorm, GELU]
[Dense(10), SoftmaxCrossEntropy]
public partial class WideNet;

// The same in double precision, with values as targets.
[Network(Precision = Precision.Double), Input(131)]
[Dense(257), Tanh, Dropout(0.3)]
[Dense(65), LayerNorm, SiLU]
[Dense(3), BinaryCrossEntropy]
public partial class WideDoubleNet;

[Network, Input(7)]
[Dense(17), Tanh, Dropout(0.4)]
[Dense(3), SoftmaxCrossEntropy]
public partial class SmallNet;

// The architecture of SmallNet in double precision.
[Network(Precision = Precision.Double), Input(7)]
[Dense(17), Tanh, Dropout(0.4)]
[Dense(3), SoftmaxCrossEntropy]
public partial class SmallDoubleNet;

[Network, Input(3, 5)]
[Dense(33), SiLU, LayerNorm, Flatten]
[Dense(3), MeanSquaredError]
public partial class RowsNet;

[Network, Input(7)]
[Dense(5, Name = "trunk", Frozen = true), Tanh]
[Dense(3, Name = "head"), SoftmaxCrossEntropy]
public partial class FrozenNet;

[Network, Input(2)]
[Dense(24), Tanh]
[Dense(24), Tanh]
[Dense(2), SoftmaxCrossEntropy]
public partial class RingsNet;
