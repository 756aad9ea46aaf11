// Original: NeuraLint, sample_buggy_scripts/Synthetic Samples/TF_lenet_inv_filter_size.py
// Fault NG1003: a window of 12 on 5 pixels.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28)]
[Conv2D(32, 6, Stride = 3, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 12, Stride = 6, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(512), ReLU, Dropout(0.25)]
[Dense(10), SoftmaxCrossEntropy]
public partial class LeNetTooLargeWindow;
