// Original: NeuraLint, sample_buggy_scripts/Synthetic Samples/mix_bugs_1.py
// Fault NG1003: after a window of 15 and a pooling of 4, 6 pixels for a window of 7.
// Missed: dropouts before batch norms, of which NG3004 speaks once the shapes fit.
// Missed: dropouts before max poolings, likewise NG3007.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28)]
[Conv2D(32, 15), ReLU, Dropout(0.35), BatchNorm, MaxPool2D(4, Stride = 2)]
[Conv2D(64, 7), ReLU, Dropout(0.3), BatchNorm, MaxPool2D(4, Stride = 2)]
[Flatten, Dense(512), ReLU, Dropout(0.25), BatchNorm]
[Dense(10), SoftmaxCrossEntropy]
public partial class Mixed1;
