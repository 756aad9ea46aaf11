// Original: NeuraLint, sample_buggy_scripts/SO Samples/44184091.py
// Fault NG3007: a dropout before a max pooling.
// Fault NG3006: a dropout of 0.7.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 100, 1)]
[Conv2D(64, 5, 1, Same = true), ReLU, Dropout(0.2), MaxPool2D(2, 1)]
[Flatten, Dense(100), ReLU, Dropout(0.7)]
[Dense(1), BinaryCrossEntropy]
public partial class So44184091;
