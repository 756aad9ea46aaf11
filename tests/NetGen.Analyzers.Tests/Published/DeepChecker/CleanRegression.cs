// Original: TheDeepChecker, clean_base_programs/regrNN.py
// None: a network that the others are made from.

using NetGen;

[Network, Input(9)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(1), MeanSquaredError]
public partial class CleanRegression;

public static class TrainingCleanRegression
{
    public static FitOptions Options => new() { Epochs = 10, Seed = 1, Optimizer = new Adam(0.001) };
}
