using static NetGen.Ops;

namespace NetGen.Images.Tests.Doubles;

// What lies in lanes, at its edges: several panels of outputs, which no tile's height divides; windows that leave gaps; walks of several steps; variables with the names of emitted ones.

[Network(Precision = Precision.Double), Input(2, 3, 7)]
[Conv2D(37, 2, Padding = 1, Bias = false), Tanh]
[Conv2D(33, 1), SiLU]
[Conv2D(2, 3), MeanSquaredError]
public partial class SeveralPanelsNet;

[Network(Precision = Precision.Double), Input(1, 8, 8)]
[Conv2D(6, 1), Tanh]
[Conv2D(2, 3, Dilation = 3), MeanSquaredError]
public partial class GapsNet;

[Network(Precision = Precision.Double), Input(2, 2, 2)]
[Conv2D(3, 1), Tanh]
[ConvTranspose2D(6, 3, Dilation = 3), Tanh, GlobalAveragePool2D]
[Dense(2), MeanSquaredError]
public partial class SpreadGapsNet;

[Network(Precision = Precision.Double), Input(2, 5, 4), MeanSquaredError]
public partial class NamedValuesNet
{
    [Conv2D(3, 3, Padding = 1)]
    private readonly Layer _one;

    [Conv2D(3, 3, Padding = 1)]
    private readonly Layer _two;

    [Conv2D(2, 3)]
    private readonly Layer _last;

    [Parameter(3, 1, 1, Init = Initializer.GlorotUniform)]
    private readonly Tensor _gamma;

    private Tensor Forward(Tensor x)
    {
        var y = _one(x) * _gamma + _two(x);
        var seen = Tanh(y);
        var target = seen * y;
        return _last(target + seen);
    }
}

[Network(Precision = Precision.Double), Input(2, 4, 4), MeanSquaredError]
public partial class WindowPartitionNet
{
    [Conv2D(4, 3, Padding = 1)]
    private readonly Layer _image;

    [Parameter(20, 4, Init = Initializer.GlorotUniform)]
    private readonly Tensor _weight;

    [Parameter(4, 4, 20, Init = Initializer.GlorotUniform)]
    private readonly Tensor _place;

    private Tensor Forward(Tensor x)
    {
        var rows = Transpose(Transpose(_image(x), 0, 1), 1, 2);
        var windows = Reshape(Transpose(Reshape(rows, 2, 2, 2, 2, 4), 1, 2), 4, 4, 4);
        var placed = Tanh(Reshape(rows, 4, 4, 4)) + Sum(_place, 2, keep: true);
        return Tanh(MatMul(windows, Transpose(_weight)) + (Sum(placed, 2, keep: true) + _place));
    }
}

// The same values cut into axes of lengths that do not divide each other.
[Network(Precision = Precision.Double), Input(2, 4, 6), MeanSquaredError]
public partial class OtherCutsNet
{
    [Conv2D(3, 1)]
    private readonly Layer _one;

    [Conv2D(3, 3, Padding = 1)]
    private readonly Layer _again;

    private Tensor Forward(Tensor x)
    {
        var wide = _one(x);
        var high = Tanh(Reshape(wide, 3, 6, 4));
        return Reshape(_again(wide), 3, 24) + Reshape(_again(high), 3, 24) * Reshape(high, 3, 24) + Reshape(wide, 3, 24);
    }
}
