// Original: TheDeepChecker, buggy_synthetic_programs/low_lr/regrNN_low_lr.py
// Missed: a learning rate of 0.00001 for Adam, which is low for this network and usual in fine tuning.

using NetGen;

[Network, Input(9)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(1), MeanSquaredError]
public partial class LowRateRegression;

public static class TrainingLowRateRegression
{
    public static FitOptions Options => new() { Epochs = 10, Seed = 1, Optimizer = new Adam(0.00001) };
}
