// Original: NeuraLint, sample_buggy_scripts/Synthetic Samples/TF_lenet_inv_amount_pooling.py
// Fault NG1003: strides and poolings leave less than a window of 4.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Stride = 2, Same = true), ReLU, MaxPool2D(4, Stride = 2)]
[Conv2D(64, 5, Stride = 2, Same = true), ReLU, MaxPool2D(4, Stride = 2)]
[Flatten, Dense(512), ReLU, Dropout(0.25)]
[Dense(10), SoftmaxCrossEntropy]
public partial class LeNetTooMuchPooling;
