// Original: NeuraLint, sample_buggy_scripts/SO Samples/34311586.py
// Fault NG2004: a softmax over one unit answers 1 for every sample.

using NetGen;
using static NetGen.Ops;

[Network, Input(2)]
[Dense(2), Sigmoid]
[Dense(3), Sigmoid]
[Dense(1), Softmax, MeanSquaredError]
public partial class So34311586;
