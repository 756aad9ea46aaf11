namespace NetGen.Gpu.Tests;

// What the other tests have not: layers that are wide enough for products of their own, and one that is narrow all through.

[Network, Input(96)]
[Dense(128), ReLU]
[Dense(128), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class ThreeLayerNet;

[Network, Input(130)]
[Dense(132), GELU, Dropout(0.2)]
[Dense(70), LayerNorm, Tanh]
[Dense(66), MeanSquaredError]
public partial class UnevenNet;

[Network, Input(12)]
[Dense(24), SiLU]
[Dense(24), SiLU]
[Dense(24), SiLU]
[Dense(2), MeanSquaredError]
public partial class NarrowNet;

// For tensor cores: tiles that fit and tiles that do not, and a network that is one launch.

[Network, Input(128)]
[Dense(256), SiLU]
[Dense(64), Tanh]
[Dense(10), SoftmaxCrossEntropy]
public partial class FittingNet;

[Network, Input(96)]
[Dense(137), ReLU]
[Dense(70), ReLU]
[Dense(40), MeanSquaredError]
public partial class RectifiedNet;

[Network, Input(48)]
[Dense(64), SiLU]
[Dense(33), Tanh]
[Dense(36), MeanSquaredError]
public partial class FusedNet;
