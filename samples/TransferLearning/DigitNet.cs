using NetGen;

namespace TransferLearning;

/// <summary>Tells five kinds of images apart. What it has learned to see is in its trunk, what it makes of that in its head.</summary>
[Network, Input(1, 28, 28), SoftmaxCrossEntropy]
public partial class DigitNet
{
    /// <summary>How many kinds of images it tells apart.</summary>
    internal const int Classes = 5;

    [Conv2D(8, 5, Padding = 2), ReLU, MaxPool2D(2)]
    [Conv2D(16, 5), ReLU, MaxPool2D(2)]
    private readonly Layer trunk;

    [Flatten, Dense(64), ReLU, Dense(Classes)]
    private readonly Layer head;

    private Tensor Forward(Tensor image) => head(trunk(image));
}
