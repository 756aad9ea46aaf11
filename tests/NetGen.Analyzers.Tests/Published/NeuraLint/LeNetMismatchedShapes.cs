// Original: NeuraLint, sample_buggy_scripts/Synthetic Samples/TF_lenet_mismatch_shapes.py
// Fault NG1005: 3,136 values reshaped to rows of 2,048.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 5, Same = true), ReLU, MaxPool2D(2)]
[Reshape(2048), Dense(512), ReLU, Dropout(0.25)]
[Dense(10), SoftmaxCrossEntropy]
public partial class LeNetMismatchedShapes;
