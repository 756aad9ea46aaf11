// Original: NeuraLint, sample_buggy_scripts/SO Samples/61030068.py
// Fault NG1002: a dense layer on a sequence of channels, without a Flatten before it.
// Also NG1004: a stride that passes over the last rows or columns.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 72, 1)]
[Conv2D(64, 3, 1), ReLU, MaxPool2D(2, 1)]
[Conv2D(64, 3, 1), ReLU, MaxPool2D(2, 1)]
[Dense(64), ReLU]
[Dense(28), SoftmaxCrossEntropy]
public partial class So61030068;
