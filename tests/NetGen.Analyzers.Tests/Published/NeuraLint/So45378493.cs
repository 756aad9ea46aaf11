// Original: NeuraLint, sample_buggy_scripts/SO Samples/45378493.py
// Fault NG2004|NG2010: a softmax over one unit answers 1 for every sample.
// Fault NG3003: biases before batch norms.
// Also NG3004: dropouts whose values reach a batch norm through the next convolution.

using NetGen;
using static NetGen.Ops;

[Network, Input(4, 10)]
[Conv1D(16, 4, Same = true), BatchNorm, LeakyReLU, Dropout(0.2)]
[Conv1D(8, 4, Same = true), BatchNorm, LeakyReLU, Dropout(0.2)]
[Flatten, Dense(64), BatchNorm, LeakyReLU]
[Dense(1), Softmax, BinaryCrossEntropy]
public partial class So45378493;
