// Original: NeuraLint, sample_buggy_scripts/Synthetic Samples/TF_lenet_missing_flatten.py
// Fault NG1002: a dense layer on an image, without a Flatten before it.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 5, Same = true), ReLU, MaxPool2D(2)]
[Dense(512), ReLU, Dropout(0.25)]
[Dense(10), SoftmaxCrossEntropy]
public partial class LeNetMissingFlatten;
