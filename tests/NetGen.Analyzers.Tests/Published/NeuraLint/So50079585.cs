// Original: NeuraLint, sample_buggy_scripts/SO Samples/50079585.py
// Fault NG2002|NG2004: a softmax cross-entropy over one unit is always 0.

using NetGen;
using static NetGen.Ops;

[Network, Input(3, 150, 150)]
[Conv2D(32, 3), ReLU, MaxPool2D(2)]
[Conv2D(32, 3), ReLU, MaxPool2D(2)]
[Conv2D(64, 3), ReLU, MaxPool2D(2)]
[Flatten, Dense(64), ReLU, Dropout(0.5)]
[Dense(1), SoftmaxCrossEntropy]
public partial class So50079585;
