// Original: NeuraLint, sample_buggy_scripts/SO Samples/53119432.py
// Fault NG1002: a dense layer on a sequence of channels, without a Flatten before it.
// Also NG1004: a stride that passes over the last rows or columns.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 30, 1)]
[Conv2D(64, 3, 1), ReLU]
[Conv2D(64, 3, 1), ReLU, MaxPool2D(4, 1)]
[Conv2D(128, 3, 1), ReLU]
[Conv2D(128, 3, 1), ReLU, Dropout(0.5)]
[Dense(1), BinaryCrossEntropy]
public partial class So53119432;
