// Original: NeuraLint, sample_buggy_scripts/SO Samples/deep_CNN_too_much_pooling.py
// Fault NG1003: thirteen poolings; after seven there is one pixel left.
// Also NG1004: a stride that passes over the last rows or columns.

using NetGen;
using static NetGen.Ops;

[Network, Input(3, 224, 224)]
[Conv2D(64, 3, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 3, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(128, 3, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(128, 3, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(256, 3, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(256, 3, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(256, 3, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(512, 3, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(512, 3, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(512, 3, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(512, 3, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(512, 3, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(512, 3, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(4096), ReLU]
[Dense(4000), ReLU]
[Dense(2), SoftmaxCrossEntropy]
public partial class DeepTooMuchPooling;
