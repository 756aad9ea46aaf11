// Original: TheDeepChecker, buggy_synthetic_programs/over_regulariaztion/deepCNN_over_reg.py
// Missed: dropouts of a half between all layers.
// Also NG3004: as in the clean network, at more places.

using NetGen;

[Network, Input(3, 32, 32)]
[Conv2D(32, 3, Same = true, Bias = false), ReLU, BatchNorm, Dropout(0.5), Conv2D(32, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2), Dropout(0.5)]
[Conv2D(64, 3, Same = true, Bias = false), ReLU, BatchNorm, Dropout(0.5), Conv2D(64, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2), Dropout(0.5)]
[Conv2D(128, 3, Same = true, Bias = false), ReLU, BatchNorm, Dropout(0.5), Conv2D(128, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2), Dropout(0.5)]
[Flatten, Dense(128), ReLU, BatchNorm, Dropout(0.5)]
[Dense(10), SoftmaxCrossEntropy]
public partial class TooMuchDropout;
