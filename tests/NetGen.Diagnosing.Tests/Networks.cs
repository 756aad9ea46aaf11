using static NetGen.Ops;

namespace NetGen.Diagnosing.Tests;

[Network, Input(8)]
[Dense(32), ReLU]
[Dense(3), SoftmaxCrossEntropy]
public partial class ClassNet;

// All that training changes besides weights: running statistics, and a generator whose state matters.
[Network, Input(8)]
[Dense(24, Bias = false), BatchNorm, ReLU, Dropout(0.2)]
[Dense(3), SoftmaxCrossEntropy]
public partial class StatefulNet;

[Network(Precision = Precision.Double), Input(8)]
[Dense(32), Tanh]
[Dense(3), SoftmaxCrossEntropy]
public partial class DoubleNet;

[Network, Input(8)]
[Dense(32), Tanh]
[Dense(1), BinaryCrossEntropy]
public partial class BinaryNet;

[Network, Input(8)]
[Dense(32), ReLU]
[Dense(1), MeanSquaredError]
public partial class LineNet;

[Network, Input(8)]
[Dense(24), Sigmoid]
[Dense(24), Sigmoid]
[Dense(24), Sigmoid]
[Dense(24), Sigmoid]
[Dense(24), Sigmoid]
[Dense(24), Sigmoid]
[Dense(24), Sigmoid]
[Dense(3), SoftmaxCrossEntropy]
public partial class DeepSigmoidNet;

[Network, Input(8)]
[Dense(24), ReLU]
[Dense(24), ReLU]
[Dense(3), SoftmaxCrossEntropy]
public partial class DeepNet;

[Network, Input(8)]
[Dense(24), ReLU]
[Dense(3), SoftmaxCrossEntropy(LabelSmoothing = 0.1)]
public partial class SmoothedNet;

[Network, Input(1, 12, 12)]
[Conv2D(8, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Flatten, Dense(3), SoftmaxCrossEntropy]
public partial class ImageNet;

// Which of four tokens was the most frequent of the first three.
[Network, TokenInput(6, 4)]
[Embedding(16), Flatten, Dense(32), Tanh]
[Dense(4), SoftmaxCrossEntropy]
public partial class TokenNet;

[Network]
[MeanSquaredError(Output = 0)]
[SoftmaxCrossEntropy(Output = 1)]
public partial class PairNet
{
    [Dense(16), Tanh] private Layer face, voice;
    [Dense(2)] private Layer age;
    [Dense(3)] private Layer mood;

    private (Tensor Age, Tensor Mood) Forward([Input(4)] Tensor image, [Input(4)] Tensor sound)
    {
        var both = Concat(face(image), voice(sound));
        return (age(both), mood(both));
    }
}

// A loss that falls below zero.
[Network, Input(8)]
public partial class LikelihoodNet
{
    [Dense(16), Tanh, Dense(2)] private Layer layers;

    private Tensor Forward(Tensor x) => layers(x);

    [Loss]
    private static Tensor Likelihood(Tensor y, [Input(1)] Tensor target) => Sum(y[1..2] + (Square(y[0..1] - target) * Exp(-2 * y[1..2]) / 2));
}

[Network, Input(8)]
[LayerNorm, Dense(32), ReLU]
[Dense(3), SoftmaxCrossEntropy]
public partial class NormalizedNet;

[Network, Input(8)]
[Dense(32), ReLU]
[Dense(3), SoftmaxCrossEntropy(ClassWeights = [1, 1, 20])]
public partial class WeightedNet;

[Network, Input(8)]
[Dense(16), ReLU]
[Dense(3), SoftmaxCrossEntropy]
public partial class SmallNet;

[Network, Input(8)]
[Dense(32), ReLU]
[Dense(1), BinaryCrossEntropy]
public partial class YesNet;

// Nine parameters.
[Network, Input(8)]
[Dense(1), BinaryCrossEntropy]
public partial class LogisticNet;

[Network, Input(5000)]
[Dense(4), ReLU]
[Dense(3), SoftmaxCrossEntropy]
public partial class CategoryNet;

[Network]
[SoftmaxCrossEntropy]
public partial class MaskedNet
{
    [Dense(16), ReLU, Dense(3)] private Layer layers;

    private Tensor Forward([Input(6)] Tensor values, [Input(2)] Tensor mask) => layers(Concat(values, mask));
}
