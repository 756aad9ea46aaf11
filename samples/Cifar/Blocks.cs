using NetGen;
using static NetGen.Hole;
using static NetGen.Ops;

namespace Cifar;

/// <summary>Two convolutions that learn what is to be added to their input. A bias would be taken away by the batch norm behind it.</summary>
[Block]
public partial class Residual
{
    [Conv2D(A, 3, Padding = 1, Bias = false, Init = Initializer.HeNormal), BatchNorm, ReLU]
    [Conv2D(A, 3, Padding = 1, Bias = false, Init = Initializer.HeNormal), BatchNorm]
    private readonly Layer body;

    private Tensor Forward(Tensor x) => ReLU(x + body(x));
}

/// <summary>The same where the picture becomes half as high and wide, with more channels: the input comes to that shape by a convolution of its own.</summary>
[Block]
public partial class Halving
{
    [Conv2D(A, 3, Stride = 2, Padding = 1, Bias = false, Init = Initializer.HeNormal), BatchNorm, ReLU]
    [Conv2D(A, 3, Padding = 1, Bias = false, Init = Initializer.HeNormal), BatchNorm]
    private readonly Layer body;

    [Conv2D(A, 1, Stride = 2, Bias = false, Init = Initializer.HeNormal), BatchNorm]
    private readonly Layer shortcut;

    private Tensor Forward(Tensor x) => ReLU(shortcut(x) + body(x));
}
