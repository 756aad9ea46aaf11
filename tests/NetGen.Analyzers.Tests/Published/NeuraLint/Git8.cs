// Original: NeuraLint, sample_buggy_scripts/GitHub Samples/8.py
// Missed: one convolution, and no pooling before wide dense layers; a rule of thumb.
// Missed: two dropouts in a row, the shape between them changed.

using NetGen;
using static NetGen.Ops;

[Network, Input(3, 32, 32)]
[Conv2D(32, 3, Same = true), ReLU, Dropout(0.2)]
[Flatten, Dropout(0.2)]
[Dense(1024), ReLU]
[Dense(1024), ReLU]
[Dense(1024), ReLU, Dropout(0.2)]
[Dense(512), ReLU, Dropout(0.2)]
[Dense(5), SoftmaxCrossEntropy]
public partial class Git8;
