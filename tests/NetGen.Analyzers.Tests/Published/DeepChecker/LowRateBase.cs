// Original: TheDeepChecker, buggy_synthetic_programs/low_lr/baseCNN_low_lr.py
// Missed: a learning rate of 0.001, which is low for this network and usual for others.

using NetGen;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 3, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(512), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class LowRateBase;

public static class TrainingLowRateBase
{
    public static FitOptions Options => new() { Epochs = 10, Seed = 1, Optimizer = new Sgd(0.001) };
}
