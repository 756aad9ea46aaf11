// Original: NeuraLint, sample_buggy_scripts/SO Samples/50426349.py
// Missed: seven convolutions without a pooling, and channels that shrink; rules of thumb.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 32, 32)]
[Conv2D(64, 3, Same = true), ReLU]
[Conv2D(64, 3, Same = true, Stride = 2), ReLU]
[Conv2D(128, 3, Same = true), ReLU]
[Conv2D(512, 3, Same = true), ReLU]
[Conv2D(256, 3, Same = true), ReLU]
[Conv2D(128, 3, Same = true), ReLU]
[Conv2D(64, 3, Same = true), ReLU]
[Conv2D(32, 3, Same = true), ReLU]
[Conv2D(2, 3, Same = true), Tanh, MeanSquaredError]
public partial class So50426349;
