// Original: TheDeepChecker, buggy_synthetic_programs/wrong_init/baseCNN_constant.py
// Fault NG3001: all weights start alike.

using NetGen;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true, Init = Initializer.Ones), ReLU, MaxPool2D(2)]
[Conv2D(64, 3, Same = true, Init = Initializer.Ones), ReLU, MaxPool2D(2)]
[Flatten, Dense(512, Init = Initializer.Ones), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class ConstantBase;
