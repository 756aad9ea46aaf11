// Original: NeuraLint, sample_buggy_scripts/SO Samples/42913869.py
// None: what the question is about lies in its data; the layers are as they should be.

using NetGen;
using static NetGen.Ops;

[Network, Input(1)]
[Dense(10), ReLU]
[Dense(10), ReLU]
[Dense(10), ReLU]
[Dense(1), MeanSquaredError]
public partial class So42913869;
