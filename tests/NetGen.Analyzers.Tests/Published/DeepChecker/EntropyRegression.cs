// Original: TheDeepChecker, buggy_synthetic_programs/wrong_loss_selection/regrNN_inap_loss.py
// Fault NG2002: a loss of probabilities for a number.

using NetGen;

[Network, Input(9)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(1), KLDivergence]
public partial class EntropyRegression;
