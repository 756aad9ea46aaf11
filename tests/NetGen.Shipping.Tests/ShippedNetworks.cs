namespace NetGen.Shipping.Tests;

// Weights of the networks of TrainedNetworks.cs with the seed 7, as EmbeddedWeightsTests writes them.

[Network(Inference = true), Input(6), Weights("Weights/small.netgen")]
[Dense(8, Bias = false), BatchNorm, ReLU]
[Dense(3), SoftmaxCrossEntropy]
public partial class SmallShipped;

/// <summary>Weights for a start, and all members of training.</summary>
[Network, Input(6), Weights("Weights/small.netgen")]
[Dense(8, Bias = false), BatchNorm, ReLU, Dropout(0.5)]
[Dense(3), SoftmaxCrossEntropy]
public partial class SmallContinued;

[Network(Inference = true), TokenInput(5, 11), Weights("Weights/tokens.netgen")]
[Embedding(7), GRU(6)]
[Dense(2), SoftmaxCrossEntropy]
public partial class TokensShipped;
