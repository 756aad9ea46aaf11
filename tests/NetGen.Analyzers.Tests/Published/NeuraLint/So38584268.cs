// Original: NeuraLint, sample_buggy_scripts/SO Samples/38584268.py
// Fault NG1002: a dense layer on an image, without a Flatten before it.
// Missed: windows that shrink from layer to layer (7, 6, 5); a rule of thumb that many good networks break.
// Also NG1004: a stride that passes over the last rows or columns.

using NetGen;
using static NetGen.Ops;

[Network, Input(3, 32, 32)]
[Conv2D(15, 7, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(45, 6, Same = true), ReLU, MaxPool2D(4, 3)]
[Conv2D(250, 5, Same = true), ReLU]
[Dense(50), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class So38584268;
