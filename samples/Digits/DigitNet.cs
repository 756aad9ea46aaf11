using NetGen;

namespace Digits;

/// <summary>Recognises a digit in an image of 28 × 28 pixels; <c>Predict</c> gives a probability for each of the ten.</summary>
[Network, Input(784)]
[Dense(128), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class DigitNet;
