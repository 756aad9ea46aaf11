namespace NetGen.Fitting.Tests.Explaining;

// The gradient by its inputs is its weights.
[Network, Input(6)]
[Dense(3), MeanSquaredError]
public partial class LinearNet;

// Smooth, and without a loss.
[Network, Input(6)]
[Dense(9), Tanh]
[Dense(2)]
public partial class SmoothNet;

[Network, Input(6)]
[Dense(9), ReLU]
[Dense(4), SoftmaxCrossEntropy]
public partial class SureNet;

[Network, Input(6)]
[Dense(9), Tanh]
[Dense(2), BinaryCrossEntropy]
public partial class OddsNet;

[Network, Input(2, 4, 5)]
[Flatten, Dense(2), MeanSquaredError]
public partial class ImageNet;

// Many samples, and enough work in them for several threads.
[Network, Input(64)]
[Dense(128), GELU]
[Dense(33), LayerNorm, SiLU]
[Dense(5)]
public partial class BatchNet;
