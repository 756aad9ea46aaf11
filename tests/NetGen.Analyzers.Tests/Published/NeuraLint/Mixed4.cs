// Original: NeuraLint, sample_buggy_scripts/Synthetic Samples/mix_bugs_4.py
// Fault NG3001: weights that start at zero.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true, Init = Initializer.Zeros), ReLU, MaxPool2D(2)]
[Conv2D(64, 5, Same = true, Init = Initializer.Zeros), ReLU, MaxPool2D(2)]
[Flatten, Dense(512), ReLU, Dropout(0.25)]
[Dense(10), SoftmaxCrossEntropy]
public partial class Mixed4;
