// Original: TheDeepChecker, buggy_synthetic_programs/wrong_activation/regrNN_inapp_act.py
// Fault NG2005: a sigmoid on the answer of a regression.

using NetGen;

[Network, Input(9)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(1), Sigmoid, MeanSquaredError]
public partial class SigmoidRegression;
