namespace NetGen.Shipping.Tests;

[Network(Inference = true), Input(6)]
[Dense(8, Bias = false), BatchNorm, ReLU]
[Dense(3), SoftmaxCrossEntropy]
public partial class SmallAnswers;

[Network(Inference = true), TokenInput(5, 11)]
[Embedding(7), GRU(6)]
[Dense(2), SoftmaxCrossEntropy]
public partial class TokenAnswers;

[Network(Inference = true), Input(1, 6, 6)]
[Conv2D(4, 3, Padding = 1, Bias = false), BatchNorm, ReLU, MaxPool2D(2), Flatten]
[Dense(3), SoftmaxCrossEntropy]
public partial class PictureAnswers;

[Network(Precision = Precision.Double, Inference = true), Input(4), MeanSquaredError(Output = 0), BinaryCrossEntropy(Output = 1)]
public partial class DoubleAnswers
{
    [Dense(5), Tanh] private readonly Layer trunk;
    [Dense(2)] private readonly Layer mean;
    [Dense(1)] private readonly Layer sign;

    private (Tensor Mean, Tensor Sign) Forward(Tensor x)
    {
        var hidden = trunk(x);
        return (mean(hidden), sign(hidden));
    }
}

/// <summary>A network that answers alone is still a part of one that is trained.</summary>
[Network, Input(6)]
[Block<SmallAnswers>, Tanh]
[Dense(2), MeanSquaredError]
public partial class WithAnAnsweringPart;
