// Original: NeuraLint, sample_buggy_scripts/SO Samples/45711636.py
// Fault NG1003: the channels are taken for the height of the image: a window of 3 on a height of 1.

using NetGen;
using static NetGen.Ops;

[Network, Input(56, 1, 20)]
[Conv2D(32, 3), ReLU, Dropout(0.25)]
[Conv2D(32, 3), ReLU, MaxPool2D(2), Dropout(0.25)]
[Conv2D(32, 3), ReLU]
[Conv2D(32, 3), ReLU, MaxPool2D(2), Dropout(0.25)]
[Flatten, Dense(1024), ReLU, Dropout(0.5)]
[Dense(10), SoftmaxCrossEntropy]
public partial class So45711636;
