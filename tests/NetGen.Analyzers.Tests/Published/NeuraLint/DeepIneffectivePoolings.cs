// Original: NeuraLint, sample_buggy_scripts/SO Samples/deep_CNN_ineffective_poolings.py
// Missed: mean poolings between convolutions, where NeuraLint recommends max poolings; a rule of thumb.

using NetGen;
using static NetGen.Ops;

[Network, Input(3, 224, 224)]
[Conv2D(64, 3, Same = true), ReLU, Conv2D(64, 3, Same = true), ReLU, AveragePool2D(2)]
[Conv2D(128, 3, Same = true), ReLU, Conv2D(128, 3, Same = true), ReLU, AveragePool2D(2)]
[Conv2D(256, 3, Same = true), ReLU, Conv2D(256, 3, Same = true), ReLU, Conv2D(256, 3, Same = true), ReLU, AveragePool2D(2)]
[Conv2D(512, 3, Same = true), ReLU, Conv2D(512, 3, Same = true), ReLU, Conv2D(512, 3, Same = true), ReLU, AveragePool2D(2)]
[Conv2D(512, 3, Same = true), ReLU, Conv2D(512, 3, Same = true), ReLU, Conv2D(512, 3, Same = true), ReLU, AveragePool2D(2)]
[Flatten, Dense(4096), ReLU]
[Dense(4000), ReLU]
[Dense(2), SoftmaxCrossEntropy]
public partial class DeepIneffectivePoolings;
