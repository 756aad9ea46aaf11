using static NetGen.Ops;

namespace NetGen.Benchmarks;

// Images of the comparison with PyTorch; their names are those of benchmarks/peers/workloads.py, their parameters in the same order.

[Network, Input(1, 28, 28)]
[Conv2D(6, 5, Padding = 2), ReLU, MaxPool2D(2)]
[Conv2D(16, 5), ReLU, MaxPool2D(2)]
[Flatten, Dense(120), ReLU, Dense(84), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class LeNet5;

/// <summary>The smallest residual network for CIFAR (He et al. 2016): one block per stage, 1x1 convolutions where the shape changes.</summary>
[Network, Input(3, 32, 32), SoftmaxCrossEntropy]
public partial class ResNet8
{
    [Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
    private readonly Layer _stem;

    [Block<SameShape>(16)]
    private readonly Layer _first;

    [Block<HalvedShape>(32), Block<HalvedShape>(64)]
    private readonly Layer _others;

    [GlobalAveragePool2D, Dense(10)]
    private readonly Layer _head;

    private Tensor Forward(Tensor x) => _head(_others(_first(_stem(x))));
}

[Block]
public partial class SameShape
{
    [Conv2D(Hole.A, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
    [Conv2D(Hole.A, 3, Padding = 1, Bias = false), BatchNorm]
    private readonly Layer _body;

    private Tensor Forward(Tensor x) => ReLU(x + _body(x));
}

[Block]
public partial class HalvedShape
{
    [Conv2D(Hole.A, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
    [Conv2D(Hole.A, 3, Padding = 1, Bias = false), BatchNorm]
    private readonly Layer _body;

    [Conv2D(Hole.A, 1, Stride = 2, Bias = false), BatchNorm]
    private readonly Layer _shortcut;

    private Tensor Forward(Tensor x) => ReLU(_shortcut(x) + _body(x));
}
