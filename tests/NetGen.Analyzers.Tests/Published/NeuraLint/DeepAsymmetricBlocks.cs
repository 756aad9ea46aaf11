// Original: NeuraLint, sample_buggy_scripts/SO Samples/deep_CNN_asymetry_blocks.py
// Missed: windows and channels differ within a block; a rule of thumb.

using NetGen;
using static NetGen.Ops;

[Network, Input(3, 224, 224)]
[Conv2D(64, 3, Same = true), ReLU, Conv2D(64, 4, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 3, Same = true), ReLU, Conv2D(128, 4, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 3, Same = true), ReLU, Conv2D(128, 4, Same = true), ReLU, Conv2D(256, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(128, 3, Same = true), ReLU, Conv2D(256, 4, Same = true), ReLU, Conv2D(512, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(128, 3, Same = true), ReLU, Conv2D(256, 4, Same = true), ReLU, Conv2D(512, 5, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(4096), ReLU]
[Dense(4000), ReLU]
[Dense(2), SoftmaxCrossEntropy]
public partial class DeepAsymmetricBlocks;
