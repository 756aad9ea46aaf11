// Original: TheDeepChecker, buggy_synthetic_programs/missing_batchnorm/deepCNN_miss_batchnorm.py
// Missed: no normalisation between six convolutions; VGG has none either.

using NetGen;

[Network, Input(3, 32, 32)]
[Conv2D(32, 3, Same = true), ReLU, Conv2D(32, 3, Same = true), ReLU, MaxPool2D(2), Dropout(0.2)]
[Conv2D(64, 3, Same = true), ReLU, Conv2D(64, 3, Same = true), ReLU, MaxPool2D(2), Dropout(0.3)]
[Conv2D(128, 3, Same = true), ReLU, Conv2D(128, 3, Same = true), ReLU, MaxPool2D(2), Dropout(0.4)]
[Flatten, Dense(128), ReLU, Dropout(0.5)]
[Dense(10), SoftmaxCrossEntropy]
public partial class MissingNorms;
