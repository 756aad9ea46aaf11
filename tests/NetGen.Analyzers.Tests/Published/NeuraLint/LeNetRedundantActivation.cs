// Original: NeuraLint, sample_buggy_scripts/Synthetic Samples/TF_lenet_redundant_activation.py
// Fault NG2008|NG2001: a softmax of a softmax.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 5, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(512), ReLU, Dropout(0.25)]
[Dense(10), Softmax, SoftmaxCrossEntropy]
public partial class LeNetRedundantActivation;
