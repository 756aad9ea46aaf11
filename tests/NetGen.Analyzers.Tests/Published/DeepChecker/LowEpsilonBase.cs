// Original: TheDeepChecker, buggy_synthetic_programs/low_adam_epsilon/baseCNN_low_eps.py
// Fault NG4005: an epsilon below the resolution of a float.
// Also NG4001: a learning rate of 0.1 for Adam.

using NetGen;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 3, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(512), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class LowEpsilonBase;

public static class TrainingLowEpsilonBase
{
    public static FitOptions Options => new() { Epochs = 10, Seed = 1, Optimizer = new Adam(0.1, epsilon: 1e-16) };
}
