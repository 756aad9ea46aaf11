namespace NetGen.EndToEnd.Tests.Networks;

// Layer normalisation at widths 5 and 33, over the last of two axes, with and without bias.

[Network, Input(7)]
[Dense(5), LayerNorm, Tanh]
[Dense(3), MeanSquaredError]
public partial class LayerNorm5Net;

[Network, Input(9)]
[Dense(33), LayerNorm, ReLU]
[Dense(3), SoftmaxCrossEntropy]
public partial class LayerNorm33Net;

[Network, Input(7)]
[Dense(5), LayerNorm(Bias = false), SiLU]
[Dense(3), MeanSquaredError]
public partial class LayerNormNoBiasNet;

[Network, Input(7)]
[Dense(5), LayerNorm(Epsilon = 0.1), Tanh]
[Dense(3), MeanSquaredError]
public partial class LayerNormEpsilonNet;

[Network, Input(21)]
[Reshape(3, 7), LayerNorm]
[Dense(4), Tanh, Flatten]
[Dense(3), MeanSquaredError]
public partial class LayerNormRank2Net;

[Network, Input(7)]
[Dense(5), LayerNorm, MeanSquaredError]
public partial class LayerNormLastNet;
