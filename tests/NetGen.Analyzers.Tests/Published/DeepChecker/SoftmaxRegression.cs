// Original: TheDeepChecker, buggy_synthetic_programs/wrong_activation/regrNN_wrong_act.py
// Fault NG2004: a softmax over one unit answers 1 for every sample.

using NetGen;

[Network, Input(9)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(1), Softmax, MeanSquaredError]
public partial class SoftmaxRegression;
