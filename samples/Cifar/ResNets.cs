using NetGen;

namespace Cifar;

/// <summary>
/// A residual network of 8 layers for pictures of 32 × 32 pixels: He, Zhang, Ren and Sun 2016, "Deep residual learning for image recognition", section 4.2, with n = 1
/// and projections as shortcuts.
/// </summary>
[Network, Input(3, 32, 32), SoftmaxCrossEntropy]
public partial class ResNet8
{
    [Conv2D(16, 3, Padding = 1, Bias = false, Init = Initializer.HeNormal), BatchNorm, ReLU]
    private readonly Layer stem;

    [Block<Residual>(16)]
    private readonly Layer stage1;

    [Block<Halving>(32)]
    private readonly Layer stage2;

    [Block<Halving>(64)]
    private readonly Layer stage3;

    [GlobalAveragePool2D, Dense(10)]
    private readonly Layer head;

    private Tensor Forward(Tensor picture) => head(stage3(stage2(stage1(stem(picture)))));
}

/// <summary>The same with n = 3: 20 layers.</summary>
[Network, Input(3, 32, 32), SoftmaxCrossEntropy]
public partial class ResNet20
{
    [Conv2D(16, 3, Padding = 1, Bias = false, Init = Initializer.HeNormal), BatchNorm, ReLU]
    private readonly Layer stem;

    [Block<Residual>(16, Repeat = 3)]
    private readonly Layer stage1;

    [Block<Halving>(32), Block<Residual>(32, Repeat = 2)]
    private readonly Layer stage2;

    [Block<Halving>(64), Block<Residual>(64, Repeat = 2)]
    private readonly Layer stage3;

    [GlobalAveragePool2D, Dense(10)]
    private readonly Layer head;

    private Tensor Forward(Tensor picture) => head(stage3(stage2(stage1(stem(picture)))));
}
