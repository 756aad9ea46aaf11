// Original: NeuraLint, sample_buggy_scripts/SO Samples/60566498.py
// Fault NG3007: dropouts before max poolings.
// Fault NG3003: a bias before a batch norm.
// Fault NG3006: a dropout of 0.8.
// Also NG3004: a dropout whose values reach a batch norm through the dense layer.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 32, 32)]
[Conv2D(256, 3, Same = true), ReLU, MaxPool2D(2), Dropout(0.2)]
[Conv2D(256, 3, Same = true), Dropout(0.2), ReLU, MaxPool2D(2)]
[Conv2D(256, 3, Same = true), Dropout(0.25), ReLU, MaxPool2D(2)]
[Conv2D(256, 3, Same = true), Dropout(0.25), ReLU, MaxPool2D(2)]
[Flatten, Dense(256), BatchNorm, ReLU, Dropout(0.8)]
[Dense(3), SoftmaxCrossEntropy]
public partial class So60566498;
