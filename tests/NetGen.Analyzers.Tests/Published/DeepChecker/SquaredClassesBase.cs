// Original: TheDeepChecker, buggy_synthetic_programs/wrong_loss_selection/baseCNN_inap_loss.py
// Missed: a squared error on the probabilities of classes, which is the Brier score and a proper one.

using NetGen;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 3, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(512), ReLU]
[Dense(10), Softmax, MeanSquaredError]
public partial class SquaredClassesBase;
