// Original: NeuraLint, sample_buggy_scripts/SO Samples/49117607.py
// Fault NG3003: biases before batch norms.
// Also NG3004: a dropout whose values reach a batch norm through the next convolution.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 48, 48)]
[Conv2D(32, 5, Same = true), BatchNorm, ReLU]
[Conv2D(32, 5), BatchNorm, ReLU, MaxPool2D(2), Dropout(0.25)]
[Conv2D(64, 5), BatchNorm, ReLU]
[Conv2D(64, 5), ReLU, MaxPool2D(2), Dropout(0.25)]
[Flatten, Dense(512), ReLU, Dropout(0.25)]
[Dense(10), SoftmaxCrossEntropy]
public partial class So49117607;
