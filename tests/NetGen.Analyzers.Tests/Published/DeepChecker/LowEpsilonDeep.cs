// Original: TheDeepChecker, buggy_synthetic_programs/low_adam_epsilon/deepCNN_low_eps.py
// Fault NG4005: an epsilon below the resolution of a float.
// Also NG3004: as in the clean network.

using NetGen;

[Network, Input(3, 32, 32)]
[Conv2D(32, 3, Same = true, Bias = false), ReLU, BatchNorm, Conv2D(32, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2), Dropout(0.2)]
[Conv2D(64, 3, Same = true, Bias = false), ReLU, BatchNorm, Conv2D(64, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2), Dropout(0.3)]
[Conv2D(128, 3, Same = true, Bias = false), ReLU, BatchNorm, Conv2D(128, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2), Dropout(0.4)]
[Flatten, Dense(128), ReLU, BatchNorm, Dropout(0.5)]
[Dense(10), SoftmaxCrossEntropy]
public partial class LowEpsilonDeep;

public static class TrainingLowEpsilonDeep
{
    public static FitOptions Options => new() { Epochs = 10, Seed = 1, Optimizer = new Adam(0.01, epsilon: 1e-16) };
}
