namespace NetGen.EndToEnd.Tests.Networks;

// What the optimizers step.

[Network, Input(7)]
[Dense(5), SiLU]
[Dense(3), MeanSquaredError]
public partial class SteppingNet;

[Network, Input(7)]
[Dense(5), LayerNorm, Tanh]
[Dense(3), SoftmaxCrossEntropy]
public partial class SteppingLayerNormNet;
