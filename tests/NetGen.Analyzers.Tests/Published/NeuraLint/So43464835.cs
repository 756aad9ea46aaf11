// Original: NeuraLint, sample_buggy_scripts/SO Samples/43464835.py
// None: the layers are as they should be; the script does not give the shape of its input.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 40, 200)]
[Conv2D(64, 5, 50, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dropout(0.5)]
[Dense(8), SoftmaxCrossEntropy]
public partial class So43464835;
