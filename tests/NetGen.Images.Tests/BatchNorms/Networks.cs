namespace NetGen.Images.Tests.BatchNorms;

[Network, Input(3, 5, 7)]
[Conv2D(6, 3, Padding = 1, Bias = false), BatchNorm, ReLU, MaxPool2D(2)]
[Conv2D(8, 2), BatchNorm, Tanh, Flatten]
[Dense(4), SoftmaxCrossEntropy]
public partial class ImageNormNet;

[Network, Input(5)]
[Dense(33), BatchNorm(Epsilon = 1e-3, Momentum = 0.3), SiLU]
[Dense(4), SoftmaxCrossEntropy]
public partial class VectorNormNet;

[Network, Input(3, 9)]
[BatchNorm, Conv1D(5, 3), BatchNorm, Tanh, Flatten]
[Dense(4), SoftmaxCrossEntropy]
public partial class SequenceNormNet;
