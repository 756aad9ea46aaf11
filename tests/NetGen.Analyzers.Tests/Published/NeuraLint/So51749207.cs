// Original: NeuraLint, sample_buggy_scripts/SO Samples/51749207.py
// Fault NG2004|NG2010: a softmax over one unit answers 1 for every sample.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 600, 1)]
[Conv2D(20, 4, 1, Same = true), ReLU, MaxPool2D(2, 1), Dropout(0.3)]
[Flatten, Dense(50), ReLU]
[Dense(1), Softmax, BinaryCrossEntropy]
public partial class So51749207;
