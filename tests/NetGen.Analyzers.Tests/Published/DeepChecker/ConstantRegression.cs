// Original: TheDeepChecker, buggy_synthetic_programs/wrong_init/regrNN_constant.py
// Fault NG3001: all weights start alike.

using NetGen;

[Network, Input(9)]
[Dense(64, Init = Initializer.Ones), ReLU]
[Dense(64, Init = Initializer.Ones), ReLU]
[Dense(1), MeanSquaredError]
public partial class ConstantRegression;
