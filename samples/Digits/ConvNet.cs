using NetGen;

namespace Digits;

/// <summary>The same by convolutions: small windows that move over the image, after LeNet-5 (LeCun et al. 1998).</summary>
[Network, Input(1, 28, 28)]
[Conv2D(6, 5, Padding = 2), ReLU, MaxPool2D(2)]
[Conv2D(16, 5), ReLU, MaxPool2D(2)]
[Flatten, Dense(120), ReLU, Dense(84), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class ConvNet;

/// <summary>A wider one with batch norms, for pictures that are harder to tell apart, such as those of Fashion-MNIST.</summary>
[Network, Input(1, 28, 28)]
[Conv2D(32, 3, Padding = 1, Bias = false), BatchNorm, ReLU, MaxPool2D(2)]
[Conv2D(64, 3, Padding = 1, Bias = false), BatchNorm, ReLU, MaxPool2D(2)]
[Flatten, Dropout(0.3), Dense(128), ReLU, Dropout(0.3)]
[Dense(10), SoftmaxCrossEntropy]
public partial class WideConvNet;
