// Original: NeuraLint, sample_buggy_scripts/Synthetic Samples/TF_lenet_non_increasing_filters.py
// Missed: channels that become fewer (32, 16, 8); a rule of thumb.
// Also NG1004: a stride that passes over the last rows or columns.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(16, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(8, 5, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(512), ReLU, Dropout(0.25)]
[Dense(10), SoftmaxCrossEntropy]
public partial class LeNetFewerChannels;
