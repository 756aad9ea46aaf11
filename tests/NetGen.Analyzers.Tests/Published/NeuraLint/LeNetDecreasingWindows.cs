// Original: NeuraLint, sample_buggy_scripts/Synthetic Samples/TF_lenet_decreasing_window_size.py
// Missed: windows that shrink from layer to layer (9, 6, 3); a rule of thumb that many good networks break.
// Also NG1004: a stride that passes over the last rows or columns.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28)]
[Conv2D(32, 9, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 6, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(128, 3, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(512), ReLU, Dropout(0.25)]
[Dense(10), SoftmaxCrossEntropy]
public partial class LeNetDecreasingWindows;
