using NetGen;

namespace GpuDigits;

/// <summary>Recognises a digit in an image of 28 × 28 pixels.</summary>
[Network, Input(784)]
[Dense(512), ReLU]
[Dense(512), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class DigitNet;
