namespace NetGen.Convolutions;

// Single convolutions, and the sums of two: what the second adds is a convolution without the way from and to the user's rows. It is halved,
// lest both have the same gradient of their weights.

[Network, Input(1, 28, 28)]
[Conv2D(6, 5, Padding = 2)]
public partial class ConvolutionOf1x28To6;

[Network, Input(1, 28, 28)]
public partial class ConvolutionsOf1x28To6
{
    [Conv2D(6, 5, Padding = 2)]
    private readonly Layer _first;

    [Conv2D(6, 5, Padding = 2)]
    private readonly Layer _second;

    private Tensor Forward(Tensor x) => _first(x) + (_second(x) * 0.5);
}

[Network, Input(6, 14, 14)]
[Conv2D(16, 5)]
public partial class ConvolutionOf6x14To16;

[Network, Input(6, 14, 14)]
public partial class ConvolutionsOf6x14To16
{
    [Conv2D(16, 5)]
    private readonly Layer _first;

    [Conv2D(16, 5)]
    private readonly Layer _second;

    private Tensor Forward(Tensor x) => _first(x) + (_second(x) * 0.5);
}

[Network, Input(16, 32, 32)]
[Conv2D(16, 3, Padding = 1)]
public partial class ConvolutionOf16x32To16;

[Network, Input(16, 32, 32)]
public partial class ConvolutionsOf16x32To16
{
    [Conv2D(16, 3, Padding = 1)]
    private readonly Layer _first;

    [Conv2D(16, 3, Padding = 1)]
    private readonly Layer _second;

    private Tensor Forward(Tensor x) => _first(x) + (_second(x) * 0.5);
}

[Network, Input(32, 16, 16)]
[Conv2D(32, 3, Padding = 1)]
public partial class ConvolutionOf32x16To32;

[Network, Input(32, 16, 16)]
public partial class ConvolutionsOf32x16To32
{
    [Conv2D(32, 3, Padding = 1)]
    private readonly Layer _first;

    [Conv2D(32, 3, Padding = 1)]
    private readonly Layer _second;

    private Tensor Forward(Tensor x) => _first(x) + (_second(x) * 0.5);
}

[Network, Input(64, 8, 8)]
[Conv2D(64, 3, Padding = 1)]
public partial class ConvolutionOf64x8To64;

[Network, Input(64, 8, 8)]
public partial class ConvolutionsOf64x8To64
{
    [Conv2D(64, 3, Padding = 1)]
    private readonly Layer _first;

    [Conv2D(64, 3, Padding = 1)]
    private readonly Layer _second;

    private Tensor Forward(Tensor x) => _first(x) + (_second(x) * 0.5);
}

[Network, Input(32, 16, 16)]
[Conv2D(64, 3, Padding = 1)]
public partial class ConvolutionOf32x16To64;

[Network, Input(32, 16, 16)]
public partial class ConvolutionsOf32x16To64
{
    [Conv2D(64, 3, Padding = 1)]
    private readonly Layer _first;

    [Conv2D(64, 3, Padding = 1)]
    private readonly Layer _second;

    private Tensor Forward(Tensor x) => _first(x) + (_second(x) * 0.5);
}

[Network, Input(16, 32, 32)]
[Conv2D(32, 3, Stride = 2, Padding = 1)]
public partial class ConvolutionOf16x32To32;

[Network, Input(16, 32, 32)]
public partial class ConvolutionsOf16x32To32
{
    [Conv2D(32, 3, Stride = 2, Padding = 1)]
    private readonly Layer _first;

    [Conv2D(32, 3, Stride = 2, Padding = 1)]
    private readonly Layer _second;

    private Tensor Forward(Tensor x) => _first(x) + (_second(x) * 0.5);
}

[Network, Input(16, 32, 32)]
[Conv2D(32, 1, Stride = 2)]
public partial class ConvolutionOf16x32To32By1;

[Network, Input(16, 32, 32)]
public partial class ConvolutionsOf16x32To32By1
{
    [Conv2D(32, 1, Stride = 2)]
    private readonly Layer _first;

    [Conv2D(32, 1, Stride = 2)]
    private readonly Layer _second;

    private Tensor Forward(Tensor x) => _first(x) + (_second(x) * 0.5);
}
