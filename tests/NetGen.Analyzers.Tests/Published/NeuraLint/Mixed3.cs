// Original: NeuraLint, sample_buggy_scripts/Synthetic Samples/mix_bugs_3.py
// Missed: convolutions without an activation; the max poolings between them are one.
// Fault NG3001: weights that start alike.
// Fault NG2001: a softmax before a loss that applies it itself.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true), MaxPool2D(2)]
[Conv2D(64, 5, Same = true), MaxPool2D(2)]
[Flatten, Dense(512, Init = Initializer.Ones), ReLU, Dropout(0.25)]
[Dense(10, Init = Initializer.Ones), Softmax, SoftmaxCrossEntropy]
public partial class Mixed3;
