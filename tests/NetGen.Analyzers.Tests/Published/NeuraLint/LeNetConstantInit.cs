// Original: NeuraLint, sample_buggy_scripts/Synthetic Samples/TF_lenet_constant_init.py
// Fault NG3001: all weights start alike.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true, Init = Initializer.Ones), ReLU, MaxPool2D(2)]
[Conv2D(64, 5, Same = true, Init = Initializer.Ones), ReLU, MaxPool2D(2)]
[Flatten, Dense(512, Init = Initializer.Ones), ReLU, Dropout(0.25)]
[Dense(10), SoftmaxCrossEntropy]
public partial class LeNetConstantInit;
