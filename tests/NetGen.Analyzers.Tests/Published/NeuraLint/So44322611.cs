// Original: NeuraLint, sample_buggy_scripts/SO Samples/44322611.py
// Fault NG2010: a softmax before a binary cross-entropy: two classes that exclude each other are taken for two questions.
// Missed: channels and windows that shrink from layer to layer (224, 55, 13; 11, 5, 3); a rule of thumb.

using NetGen;
using static NetGen.Ops;

[Network, Input(3, 224, 224)]
[Conv2D(224, 11, Same = true), ReLU, Dropout(0.2)]
[Conv2D(55, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(13, 3, Same = true), ReLU, Dropout(0.5)]
[Conv2D(13, 3, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dropout(0.2)]
[Dense(512), ReLU, Dropout(0.2)]
[Dense(2), Softmax, BinaryCrossEntropy]
public partial class So44322611;
