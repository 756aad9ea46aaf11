// Original: TheDeepChecker, clean_base_programs/baseCNN.py
// None: a network that the others are made from.

using NetGen;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 3, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(512), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class CleanBase;

public static class TrainingCleanBase
{
    public static FitOptions Options => new() { Epochs = 10, Seed = 1, Optimizer = new Sgd(0.1) { WeightDecay = 1e-5 } };
}
