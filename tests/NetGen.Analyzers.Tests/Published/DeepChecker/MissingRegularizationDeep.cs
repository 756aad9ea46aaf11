// Original: TheDeepChecker, buggy_synthetic_programs/missing_regulariaztion/deepCNN_miss_reg.py
// Missed: neither dropout nor normalisation; whether they are needed shows on validation data.

using NetGen;

[Network, Input(3, 32, 32)]
[Conv2D(32, 3, Same = true), ReLU, Conv2D(32, 3, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 3, Same = true), ReLU, Conv2D(64, 3, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(128, 3, Same = true), ReLU, Conv2D(128, 3, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(128), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class MissingRegularizationDeep;
