// Original: NeuraLint, sample_buggy_scripts/SO Samples/55776436.py
// Fault NG3004: a dropout before a batch norm.
// Missed: a bias before a batch norm, the dropout between.
// Also NG1004: a stride that passes over the last rows or columns.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 18000, 1)]
[Conv2D(100, 700, 1), ReLU]
[Conv2D(50, 700, 1), Dropout(0.5), BatchNorm, ReLU, MaxPool2D(4, 1)]
[Flatten, Dense(6), SoftmaxCrossEntropy]
public partial class So55776436;
