// Original: NeuraLint, sample_buggy_scripts/Synthetic Samples/TF_lenet_bin_wrong_last_layer_activation.py
// Fault NG2004|NG2010: a softmax over one unit for a yes or no.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 5, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(512), ReLU, Dropout(0.25)]
[Dense(1), Softmax, BinaryCrossEntropy]
public partial class LeNetWrongLastActivation;
