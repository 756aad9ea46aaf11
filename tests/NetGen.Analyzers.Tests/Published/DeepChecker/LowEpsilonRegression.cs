// Original: TheDeepChecker, buggy_synthetic_programs/low_adam_epsilon/regrNN_low_eps.py
// Fault NG4005: an epsilon below the resolution of a float.

using NetGen;

[Network, Input(9)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(1), MeanSquaredError]
public partial class LowEpsilonRegression;

public static class TrainingLowEpsilonRegression
{
    public static FitOptions Options => new() { Epochs = 10, Seed = 1, Optimizer = new Adam(0.001, epsilon: 1e-16) };
}
