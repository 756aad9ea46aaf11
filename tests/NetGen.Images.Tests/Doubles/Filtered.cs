using static NetGen.Ops;

namespace NetGen.Images.Tests.Doubles;

// Minimal filtering in double precision, with what comes before and behind it: borders of its own and of others, odd extents, norms, and images that several convolutions see.

[Network(Precision = Precision.Double), Input(2, 7, 9)]
[Conv2D(24, 1), Tanh]
[Conv2D(24, 3, Padding = 1, Frozen = true), SiLU]
[Conv2D(2, 1), MeanSquaredError]
public partial class FilteredOddNet;

[Network(Precision = Precision.Double), Input(2, 6, 8), MeanSquaredError]
public partial class FilteredTwiceNet
{
    [Conv2D(16, 1), Tanh]
    private readonly Layer _image;

    [Conv2D(16, 3, Padding = 1)]
    private readonly Layer _one;

    [Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, Tanh]
    private readonly Layer _two;

    private Tensor Forward(Tensor x)
    {
        var image = _image(x);
        var sum = _one(image) + _two(image);
        return Mean(Mean(_two(Tanh(sum)) + sum * image, 1), 1);
    }
}
