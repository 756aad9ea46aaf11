namespace NetGen.EndToEnd.Tests.Networks;

// Samples of several rows: dense layers per position, flattening and reshaping on the way.

[Network, Input(42)]
[Reshape(6, 7), Dense(5), SoftmaxCrossEntropy]
public partial class PositionsNet;

[Network, Input(6, 7)]
[Dense(5), GELU]
[Dense(4), SoftmaxCrossEntropy]
public partial class PositionsDeepNet;

[Network, Input(42)]
[Reshape(6, 7), Dense(5), Tanh, Flatten]
[Dense(3), SoftmaxCrossEntropy]
public partial class PositionsFlattenNet;

[Network, Input(6, 7)]
[Dense(5), Softplus]
[Dense(2), MeanSquaredError]
public partial class PositionsRegressionNet;

[Network, Input(2, 3, 4)]
[Flatten, Dense(5), Tanh]
[Dense(3), SoftmaxCrossEntropy]
public partial class FlattenNet;

[Network, Input(7)]
[Dense(12), Tanh, Reshape(3, 4)]
[Dense(2), Tanh, Flatten]
[Dense(3), MeanSquaredError]
public partial class ReshapeMiddleNet;

[Network, Input(7)]
[Dense(5, Bias = false), SELU]
[Dense(3, Bias = false), MeanSquaredError]
public partial class NoBiasNet;
