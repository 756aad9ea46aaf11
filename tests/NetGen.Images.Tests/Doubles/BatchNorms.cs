namespace NetGen.Images.Tests.Doubles;

// Batch norms over images, in a shared layer, and over vectors.
[Network(Precision = Precision.Double), Input(2, 4, 5), SoftmaxCrossEntropy]
public partial class BatchNormalisedNet
{
    [Conv2D(3, 3, Padding = 1, Bias = false), BatchNorm, Tanh]
    private Layer first;

    [Conv2D(3, 3, Padding = 1), BatchNorm(Momentum = 0.5)]
    private Layer shared;

    [Flatten, Dense(7), BatchNorm(Epsilon = 0.1), Tanh, Dense(3)]
    private Layer head;

    internal Tensor Forward(Tensor x)
    {
        var y = first(x);
        return head(y + shared(Ops.Tanh(shared(y))));
    }
}
