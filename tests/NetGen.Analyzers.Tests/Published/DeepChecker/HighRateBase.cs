// Original: TheDeepChecker, buggy_synthetic_programs/high_lr/baseCNN_high_lr.py
// Missed: a learning rate of 0.5, which is too high for this network and usual for others.

using NetGen;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 3, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(1024), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class HighRateBase;

public static class TrainingHighRateBase
{
    public static FitOptions Options => new() { Epochs = 10, Seed = 1, Optimizer = new Sgd(0.5) };
}
