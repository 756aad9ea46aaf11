// Original: NeuraLint, sample_buggy_scripts/SO Samples/56103207.py
// Missed: windows and channels that shrink (5, 3; 32, 16); a rule of thumb.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5), ReLU, MaxPool2D(2)]
[Conv2D(16, 3), ReLU, MaxPool2D(2)]
[Flatten, Dense(128), ReLU]
[Dense(64), ReLU]
[Dense(4), SoftmaxCrossEntropy]
public partial class So56103207;
