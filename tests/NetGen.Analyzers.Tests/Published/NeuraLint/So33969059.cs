// Original: NeuraLint, sample_buggy_scripts/SO Samples/33969059.py
// Fault NG2004: a softmax over one unit answers 1 for every sample.
// Missed: inputs up to 10,000 are not scaled; the declaration cannot show it, NG7001 does at run time.

using NetGen;
using static NetGen.Ops;

[Network, Input(3)]
[Dense(3), Tanh, Dropout(0.5)]
[Dense(2), Tanh, Dropout(0.5)]
[Dense(1), Softmax, MeanSquaredError]
public partial class So33969059;
