// Original: NeuraLint, sample_buggy_scripts/Synthetic Samples/TF_lenet_useless_bias.py
// Missed: biases before batch norms. A ReLU stands between them, so that the bias does have an effect, and NG3003 rightly does not speak.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true), ReLU, BatchNorm, MaxPool2D(2)]
[Conv2D(64, 5, Same = true), ReLU, BatchNorm, MaxPool2D(2)]
[Flatten, Dense(512), ReLU, BatchNorm, Dropout(0.25)]
[Dense(10), SoftmaxCrossEntropy]
public partial class LeNetUselessBias;
