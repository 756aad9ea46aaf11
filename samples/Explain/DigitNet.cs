using NetGen;

namespace Explaining;

/// <summary>Recognises a digit in an image of 28 × 28 pixels; <c>Predict</c> gives a probability for each of the ten.</summary>
[Network, Input(1, 28, 28)]
[Flatten, Dense(128), ReLU, Dropout(0.2)]
[Dense(10), SoftmaxCrossEntropy]
public partial class DigitNet;
