// Original: TheDeepChecker, clean_base_programs/deepCNN.py
// None: a network that the others are made from.
// Also NG3004: dropouts whose values reach a batch norm through the next convolution; told of in every variant of this network.

using NetGen;

[Network, Input(3, 32, 32)]
[Conv2D(32, 3, Same = true, Bias = false), ReLU, BatchNorm, Conv2D(32, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2), Dropout(0.2)]
[Conv2D(64, 3, Same = true, Bias = false), ReLU, BatchNorm, Conv2D(64, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2), Dropout(0.3)]
[Conv2D(128, 3, Same = true, Bias = false), ReLU, BatchNorm, Conv2D(128, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2), Dropout(0.4)]
[Flatten, Dense(128), ReLU, BatchNorm, Dropout(0.5)]
[Dense(10), SoftmaxCrossEntropy]
public partial class CleanDeep;

public static class TrainingCleanDeep
{
    public static FitOptions Options => new() { Epochs = 10, Seed = 1, Optimizer = new Sgd(0.001, momentum: 0.9) };
}
