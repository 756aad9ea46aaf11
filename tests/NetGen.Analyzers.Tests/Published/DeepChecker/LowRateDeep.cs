// Original: TheDeepChecker, buggy_synthetic_programs/low_lr/deepCNN_low_lr.py
// Missed: a learning rate of 0.00001 for stochastic gradient descent.
// Also NG3004: as in the clean network.

using NetGen;

[Network, Input(3, 32, 32)]
[Conv2D(32, 3, Same = true, Bias = false), ReLU, BatchNorm, Conv2D(32, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2), Dropout(0.2)]
[Conv2D(64, 3, Same = true, Bias = false), ReLU, BatchNorm, Conv2D(64, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2), Dropout(0.3)]
[Conv2D(128, 3, Same = true, Bias = false), ReLU, BatchNorm, Conv2D(128, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2), Dropout(0.4)]
[Flatten, Dense(128), ReLU, BatchNorm, Dropout(0.5)]
[Dense(10), SoftmaxCrossEntropy]
public partial class LowRateDeep;

public static class TrainingLowRateDeep
{
    public static FitOptions Options => new() { Epochs = 10, Seed = 1, Optimizer = new Sgd(0.00001, momentum: 0.9) };
}
