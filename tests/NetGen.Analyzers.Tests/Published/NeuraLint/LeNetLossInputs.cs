// Original: NeuraLint, sample_buggy_scripts/Synthetic Samples/TF_lenet_wrong_loss_inputs.py
// Fault NG2001: a softmax before a loss that applies it itself.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 5, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(512), ReLU, Dropout(0.25)]
[Dense(10), Softmax, SoftmaxCrossEntropy]
public partial class LeNetLossInputs;
