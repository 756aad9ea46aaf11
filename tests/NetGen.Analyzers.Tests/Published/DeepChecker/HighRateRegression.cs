// Original: TheDeepChecker, buggy_synthetic_programs/high_lr/regrNN_high_lr.py
// Missed: a learning rate of 0.1 for Adam, which is usual for small problems.

using NetGen;

[Network, Input(9)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(1), MeanSquaredError]
public partial class HighRateRegression;

public static class TrainingHighRateRegression
{
    public static FitOptions Options => new() { Epochs = 10, Seed = 1, Optimizer = new Adam(0.1) };
}
