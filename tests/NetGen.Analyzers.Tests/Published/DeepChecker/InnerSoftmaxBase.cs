// Original: TheDeepChecker, buggy_synthetic_programs/wrong_activation/baseCNN_wrong_act.py
// Missed: softmax as an activation between layers; attention has it there, too.

using NetGen;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true), Softmax, MaxPool2D(2)]
[Conv2D(64, 3, Same = true), Softmax, MaxPool2D(2)]
[Flatten, Dense(512), Softmax]
[Dense(10), SoftmaxCrossEntropy]
public partial class InnerSoftmaxBase;
