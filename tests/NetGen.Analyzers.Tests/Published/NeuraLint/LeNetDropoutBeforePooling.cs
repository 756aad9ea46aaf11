// Original: NeuraLint, sample_buggy_scripts/Synthetic Samples/TF_lenet_dropout_before_pooling.py
// Fault NG3007: dropouts before max poolings.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true, Bias = false), ReLU, Dropout(0.35), MaxPool2D(2)]
[Conv2D(64, 5, Same = true, Bias = false), ReLU, Dropout(0.3), MaxPool2D(2)]
[Flatten, Dense(512, Bias = false), ReLU, Dropout(0.25)]
[Dense(10), SoftmaxCrossEntropy]
public partial class LeNetDropoutBeforePooling;
