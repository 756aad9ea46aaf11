using NetGen;

namespace Autoencoder;

/// <summary>From a noisy image to the clean one, through a bottleneck of 64 numbers.</summary>
[Network, Input(784)]
[Dense(256), ReLU]
[Dense(64, Name = "code"), ReLU]
[Dense(256), ReLU]
[Dense(784), Sigmoid, MeanSquaredError]
public partial class DenoisingNet;
