// Original: NeuraLint, sample_buggy_scripts/SO Samples/50555434.py
// Missed: weights from a normal distribution of fixed width before rectifiers.
// Missed: a sigmoid on six numbers that are learned by their absolute errors; only their range tells.

using NetGen;
using static NetGen.Ops;

[Network, Input(28)]
[Dense(20, Init = Initializer.Normal), ReLU]
[Dense(15, Init = Initializer.Normal), ReLU]
[Dense(6, Init = Initializer.Normal), ReLU]
[Dense(6, Init = Initializer.Normal), Sigmoid, MeanAbsoluteError]
public partial class So50555434;
