// Original: NeuraLint, sample_buggy_scripts/SO Samples/55731589.py
// Fault NG1003: four poolings leave 2 by 2 pixels to a window of 3.
// Also NG1004: a stride that passes over the last rows or columns.

using NetGen;
using static NetGen.Ops;

[Network, Input(3, 32, 32)]
[Conv2D(32, 3), ReLU, MaxPool2D(2)]
[Conv2D(64, 3), ReLU, MaxPool2D(2)]
[Conv2D(128, 3), ReLU, MaxPool2D(2)]
[Conv2D(128, 3), ReLU, MaxPool2D(2)]
[Flatten, Dense(512), ReLU]
[Dense(1), BinaryCrossEntropy]
public partial class So55731589;
