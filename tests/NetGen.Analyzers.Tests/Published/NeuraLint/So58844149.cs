// Original: NeuraLint, sample_buggy_scripts/SO Samples/58844149.py
// Fault NG2004|NG2010: a softmax over one unit answers 1 for every sample.
// Also NG1004: a stride that passes over the last rows or columns.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 300, 300)]
[Conv2D(96, 11, Same = true), ReLU, MaxPool2D(3, Stride = 2)]
[Conv2D(128, 3, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(128, 3, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(300), ReLU, Dropout(0.2)]
[Dense(1), Softmax, BinaryCrossEntropy]
public partial class So58844149;
