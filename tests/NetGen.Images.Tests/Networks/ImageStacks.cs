namespace NetGen.Images.Tests.Networks;

// Stacks as people write them.

[Network, Input(1, 8, 8)]
[Conv2D(4, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(6, 3), ReLU]
[Flatten, Dense(5), SoftmaxCrossEntropy]
public partial class LeNetNet;

[Network, Input(3, 6, 5)]
[Conv2D(4, 3, Stride = 2, Padding = 1, Bias = false), GroupNorm(2), SiLU]
[Conv2D(4, 3, Padding = 1, Groups = 4)]
[Conv2D(5, 1), GELU, GlobalAveragePool2D]
[Dense(3), SoftmaxCrossEntropy]
public partial class SeparableNet;

[Network, Input(1, 6, 6)]
[Conv2D(4, 3, Stride = 2, Padding = 1), Tanh]
[ConvTranspose2D(1, 2, Stride = 2), BinaryCrossEntropy]
public partial class AutoencoderNet;

[Network, Input(2, 3, 4)]
[Conv2D(3, 3, Same = true), ELU]
[Upsample2D(2)]
[Conv2D(2, 3, Padding = 1), AveragePool2D(2), MeanSquaredError]
public partial class EnlargingNet;

[Network, Input(2, 9)]
[Conv1D(5, 3, Padding = 1), SiLU]
[Conv1D(3, 3, Stride = 2), GroupNorm(1), Tanh]
[Flatten, Dense(3), SoftmaxCrossEntropy]
public partial class OverSequencesNet;
