// Original: TheDeepChecker, buggy_synthetic_programs/high_lr/deepCNN_high_lr.py
// Missed: a learning rate of 0.1 with a momentum, which is too high for this network and usual for others.
// Also NG3004: as in the clean network.

using NetGen;

[Network, Input(3, 32, 32)]
[Conv2D(32, 3, Same = true, Bias = false), ReLU, BatchNorm, Conv2D(32, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2), Dropout(0.2)]
[Conv2D(64, 3, Same = true, Bias = false), ReLU, BatchNorm, Conv2D(64, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2), Dropout(0.3)]
[Conv2D(128, 3, Same = true, Bias = false), ReLU, BatchNorm, Conv2D(128, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2), Dropout(0.4)]
[Flatten, Dense(128), ReLU, BatchNorm, Dropout(0.5)]
[Dense(10), SoftmaxCrossEntropy]
public partial class HighRateDeep;

public static class TrainingHighRateDeep
{
    public static FitOptions Options => new() { Epochs = 10, Seed = 1, Optimizer = new Sgd(0.1, momentum: 0.9) };
}
