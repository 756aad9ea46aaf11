// Original: TheDeepChecker, buggy_synthetic_programs/wrong_loss_selection/deepCNN_inap_loss.py
// Missed: a squared error on the probabilities of classes, which is the Brier score and a proper one.
// Also NG3004: as in the clean network.

using NetGen;

[Network, Input(3, 32, 32)]
[Conv2D(32, 3, Same = true, Bias = false), ReLU, BatchNorm, Conv2D(32, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2), Dropout(0.2)]
[Conv2D(64, 3, Same = true, Bias = false), ReLU, BatchNorm, Conv2D(64, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2), Dropout(0.3)]
[Conv2D(128, 3, Same = true, Bias = false), ReLU, BatchNorm, Conv2D(128, 3, Same = true, Bias = false), ReLU, BatchNorm, MaxPool2D(2), Dropout(0.4)]
[Flatten, Dense(128), ReLU, BatchNorm, Dropout(0.5)]
[Dense(10), Softmax, MeanSquaredError]
public partial class SquaredClassesDeep;
