// Original: TheDeepChecker, buggy_synthetic_programs/redundant_softmax/baseCNN_red_soft.py
// Fault NG2001: a softmax before a loss that applies it itself.

using NetGen;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 3, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(512), ReLU]
[Dense(10), Softmax, SoftmaxCrossEntropy]
public partial class RedundantSoftmaxBase;
