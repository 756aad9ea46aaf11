namespace NetGen.Shipping.Tests;

// Each with all members, and once more for answering alone.

[Network, Input(6)]
[Dense(8, Bias = false), BatchNorm, ReLU, Dropout(0.5)]
[Dense(3), SoftmaxCrossEntropy]
public partial class Small;

[Network, TokenInput(5, 11)]
[Embedding(7), GRU(6)]
[Dense(2), SoftmaxCrossEntropy]
public partial class Tokens;

[Network, Input(1, 6, 6)]
[Conv2D(4, 3, Padding = 1, Bias = false), BatchNorm, ReLU, MaxPool2D(2), Flatten]
[Dense(3), SoftmaxCrossEntropy]
public partial class Picture;

[Network(Precision = Precision.Double), Input(4), MeanSquaredError(Output = 0), BinaryCrossEntropy(Output = 1)]
public partial class Double
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
