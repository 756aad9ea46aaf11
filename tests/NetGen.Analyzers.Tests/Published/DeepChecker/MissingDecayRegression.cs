// Original: TheDeepChecker, buggy_synthetic_programs/missing_regulariaztion/regrNN_miss_reg.py
// Missed: hardly any weight decay; whether one is needed shows on validation data.

using NetGen;

[Network, Input(9)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(1), MeanSquaredError]
public partial class MissingDecayRegression;

public static class TrainingMissingDecayRegression
{
    public static FitOptions Options => new() { Epochs = 10, Seed = 1, Optimizer = new Adam(0.001) { WeightDecay = 1e-12 } };
}
