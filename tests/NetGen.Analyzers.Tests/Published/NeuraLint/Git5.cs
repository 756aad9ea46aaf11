// Original: NeuraLint, sample_buggy_scripts/GitHub Samples/5.py
// Missed: the last convolution is followed by a ReLU, before the mean over the image and the softmax.
// Fault NG2010: a softmax before a binary cross-entropy.
// Fault NG3003: biases before batch norms.
// Also NG1004: a stride that passes over the last rows or columns.

using NetGen;
using static NetGen.Ops;

[Network, Input(3, 32, 32)]
[Conv2D(96, 3, Same = true), ReLU]
[Conv2D(96, 3, Same = true), ReLU]
[Conv2D(96, 3, Stride = 2), BatchNorm, ReLU]
[Conv2D(192, 3, Same = true), ReLU]
[Conv2D(192, 3, Same = true), ReLU]
[Conv2D(192, 3, Stride = 2), BatchNorm, ReLU]
[Conv2D(192, 3, Same = true), ReLU]
[Conv2D(192, 1), ReLU]
[Conv2D(10, 1), ReLU]
[AveragePool2D(7), Flatten, Softmax, BinaryCrossEntropy]
public partial class Git5;
