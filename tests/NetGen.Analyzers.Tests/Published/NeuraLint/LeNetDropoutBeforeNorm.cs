// Original: NeuraLint, sample_buggy_scripts/Synthetic Samples/TF_lenet_dropout_before_batchnorm.py
// Fault NG3004: dropouts before batch norms.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true, Bias = false), ReLU, MaxPool2D(2), Dropout(0.35), BatchNorm]
[Conv2D(64, 5, Same = true, Bias = false), ReLU, MaxPool2D(2), Dropout(0.3), BatchNorm]
[Flatten, Dense(512, Bias = false), ReLU, Dropout(0.25), BatchNorm]
[Dense(10), SoftmaxCrossEntropy]
public partial class LeNetDropoutBeforeNorm;
