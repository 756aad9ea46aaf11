// Original: NeuraLint, sample_buggy_scripts/SO Samples/45120429.py
// Missed: a dense layer on a sequence, without a Flatten before it: it answers at each position, which may be meant; Fit refuses the targets.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 32)]
[Conv1D(32, 2), ReLU]
[Conv1D(32, 2), ReLU]
[Conv1D(32, 2), ReLU]
[Conv1D(32, 2), ReLU]
[Dense(32), BinaryCrossEntropy]
public partial class So45120429;
