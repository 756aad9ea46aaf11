// Original: TheDeepChecker, buggy_synthetic_programs/missing_regulariaztion/baseCNN_miss_reg.py
// Missed: hardly any weight decay; whether one is needed shows on validation data.

using NetGen;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 3, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(512), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class MissingDecayBase;

public static class TrainingMissingDecayBase
{
    public static FitOptions Options => new() { Epochs = 10, Seed = 1, Optimizer = new Sgd(0.1) { WeightDecay = 1e-12 } };
}
