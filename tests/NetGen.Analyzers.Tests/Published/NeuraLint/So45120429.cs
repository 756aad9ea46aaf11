// Original: NeuraLint, sample_buggy_scripts/SO Samples/45120429.py
// Fault NG1002: a dense layer on a sequence, without a Flatten before it.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 32)]
[Conv1D(32, 2), ReLU]
[Conv1D(32, 2), ReLU]
[Conv1D(32, 2), ReLU]
[Conv1D(32, 2), ReLU]
[Dense(32), BinaryCrossEntropy]
public partial class So45120429;
