// Original: TheDeepChecker, buggy_synthetic_programs/wrong_activation/deepCNN_wrong_act.py
// Missed: softmax as an activation between layers; attention has it there, too.
// Also NG3004: as in the clean network.

using NetGen;

[Network, Input(3, 32, 32)]
[Conv2D(32, 3, Same = true, Bias = false), Softmax, BatchNorm, Conv2D(32, 3, Same = true, Bias = false), Softmax, BatchNorm, MaxPool2D(2), Dropout(0.2)]
[Conv2D(64, 3, Same = true, Bias = false), Softmax, BatchNorm, Conv2D(64, 3, Same = true, Bias = false), Softmax, BatchNorm, MaxPool2D(2), Dropout(0.3)]
[Conv2D(128, 3, Same = true, Bias = false), Softmax, BatchNorm, Conv2D(128, 3, Same = true, Bias = false), Softmax, BatchNorm, MaxPool2D(2), Dropout(0.4)]
[Flatten, Dense(128), Softmax, BatchNorm, Dropout(0.5)]
[Dense(10), SoftmaxCrossEntropy]
public partial class InnerSoftmaxDeep;
