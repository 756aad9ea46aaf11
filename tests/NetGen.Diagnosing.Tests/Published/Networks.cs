namespace NetGen.Diagnosing.Tests.Published;

// The three networks of TheDeepChecker (Braiek and Khomh 2022), clean_base_programs, with a quarter of their channels.
[Network, Input(1, 28, 28)]
[Conv2D(8, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(16, 3, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(64), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class BaseCnn;

[Network, Input(1, 28, 28)]
[Conv2D(8, 3, Same = true, Bias = false), ReLU, BatchNorm, Conv2D(8, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2)]
[Conv2D(16, 3, Same = true, Bias = false), ReLU, BatchNorm, Conv2D(16, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2)]
[Flatten, Dense(32), ReLU, BatchNorm]
[Dense(10), SoftmaxCrossEntropy]
public partial class DeepCnn;

[Network, Input(9)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(1), MeanSquaredError]
public partial class RegressionNet;

// Softmax within, in place of ReLU: wrong_activation/baseCNN_wrong_act.py.
[Network, Input(1, 28, 28)]
[Conv2D(8, 5, Same = true), Softmax, MaxPool2D(2)]
[Conv2D(16, 3, Same = true), Softmax, MaxPool2D(2)]
[Flatten, Dense(64), Softmax]
[Dense(10), SoftmaxCrossEntropy]
public partial class InnerSoftmaxCnn;
