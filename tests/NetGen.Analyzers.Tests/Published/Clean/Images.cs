using NetGen;
using static NetGen.Hole;
using static NetGen.Ops;

// LeCun et al. 1998.
[Network, Input(1, 28, 28)]
[Conv2D(6, 5, Padding = 2), Tanh, AveragePool2D(2)]
[Conv2D(16, 5), Tanh, AveragePool2D(2)]
[Flatten, Dense(120), Tanh]
[Dense(84), Tanh]
[Dense(10), SoftmaxCrossEntropy]
public partial class LeNet5;

[Network, Input(1, 28, 28)]
[Conv2D(32, 5, Same = true), ReLU, MaxPool2D(2)]
[Conv2D(64, 5, Same = true), ReLU, MaxPool2D(2)]
[Flatten, Dense(512), ReLU, Dropout(0.5)]
[Dense(10), SoftmaxCrossEntropy]
public partial class ModernLeNet;

// Krizhevsky, Sutskever and Hinton 2012.
[Network, Input(3, 227, 227)]
[Conv2D(96, 11, Stride = 4), ReLU, MaxPool2D(3, Stride = 2)]
[Conv2D(256, 5, Padding = 2, Groups = 2), ReLU, MaxPool2D(3, Stride = 2)]
[Conv2D(384, 3, Padding = 1), ReLU]
[Conv2D(384, 3, Padding = 1, Groups = 2), ReLU]
[Conv2D(256, 3, Padding = 1, Groups = 2), ReLU, MaxPool2D(3, Stride = 2)]
[Flatten, Dense(4096), ReLU, Dropout(0.5)]
[Dense(4096), ReLU, Dropout(0.5)]
[Dense(1000), SoftmaxCrossEntropy]
public partial class AlexNet;

// Simonyan and Zisserman 2015.
[Network, Input(3, 32, 32)]
[Conv2D(64, 3, Padding = 1), ReLU, Conv2D(64, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(128, 3, Padding = 1), ReLU, Conv2D(128, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(256, 3, Padding = 1), ReLU, Conv2D(256, 3, Padding = 1), ReLU, Conv2D(256, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Flatten, Dense(512), ReLU, Dropout(0.5)]
[Dense(10), SoftmaxCrossEntropy]
public partial class SmallVgg;

[Network, Input(3, 32, 32)]
[Conv2D(64, 3, Padding = 1, Bias = false), BatchNorm, ReLU, MaxPool2D(2)]
[Conv2D(128, 3, Padding = 1, Bias = false), BatchNorm, ReLU, MaxPool2D(2)]
[Conv2D(256, 3, Padding = 1, Bias = false), BatchNorm, ReLU, MaxPool2D(2)]
[GlobalAveragePool2D, Dense(100), SoftmaxCrossEntropy(LabelSmoothing = 0.1)]
public partial class NormalizedVgg;

// Lin, Chen and Yan 2014.
[Network, Input(3, 32, 32)]
[Conv2D(192, 5, Padding = 2), ReLU, Conv2D(160, 1), ReLU, Conv2D(96, 1), ReLU, MaxPool2D(3, Stride = 2, Padding = 1), Dropout(0.5)]
[Conv2D(192, 5, Padding = 2), ReLU, Conv2D(192, 1), ReLU, Conv2D(192, 1), ReLU, AveragePool2D(2), Dropout(0.5)]
[Conv2D(192, 3, Padding = 1), ReLU, Conv2D(192, 1), ReLU, Conv2D(10, 1), GlobalAveragePool2D, SoftmaxCrossEntropy]
public partial class NetworkInNetwork;

// Springenberg et al. 2015.
[Network, Input(3, 33, 33)]
[Conv2D(96, 3, Padding = 1), ReLU, Conv2D(96, 3, Padding = 1), ReLU, Conv2D(96, 3, Stride = 2, Padding = 1), ReLU]
[Conv2D(192, 3, Padding = 1), ReLU, Conv2D(192, 3, Padding = 1), ReLU, Conv2D(192, 3, Stride = 2, Padding = 1), ReLU]
[Conv2D(192, 3, Padding = 1), ReLU, Conv2D(192, 1), ReLU, Conv2D(10, 1), GlobalAveragePool2D, SoftmaxCrossEntropy]
public partial class AllConvolutional;

// He et al. 2016.
[Network, Input(3, 32, 32), SoftmaxCrossEntropy]
public partial class ResNet
{
    [Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU] Layer stem;
    [Block<BasicStep>(16, Repeat = 3)] Layer first;
    [Block<HalvingStep>(32), Block<BasicStep>(32, Repeat = 2)] Layer second;
    [Block<HalvingStep>(64), Block<BasicStep>(64, Repeat = 2)] Layer third;
    [GlobalAveragePool2D, Dense(10)] Layer head;

    Tensor Forward(Tensor x) => head(third(second(first(stem(x)))));
}

[Block]
public partial class BasicStep
{
    [Conv2D(A, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(A, 3, Padding = 1, Bias = false), BatchNorm] Layer body;

    Tensor Forward(Tensor x) => ReLU(x + body(x));
}

[Block]
public partial class HalvingStep
{
    [Conv2D(A, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(A, 3, Padding = 1, Bias = false), BatchNorm] Layer body;
    [Conv2D(A, 1, Stride = 2, Bias = false), BatchNorm] Layer shortcut;

    Tensor Forward(Tensor x) => ReLU(shortcut(x) + body(x));
}

// He et al. 2016, identity mappings.
[Network, Input(3, 32, 32)]
[Conv2D(32, 3, Padding = 1)]
[Residual<PreActivated>(32, Repeat = 3)]
[BatchNorm, ReLU, GlobalAveragePool2D, Dense(10), SoftmaxCrossEntropy]
public partial class PreActivatedResNet;

[Block, BatchNorm, ReLU, Conv2D(A, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(A, 3, Padding = 1)]
public partial class PreActivated;

// Bottlenecks of He et al. 2016.
[Network, Input(64, 16, 16), SoftmaxCrossEntropy]
public partial class BottleneckNet
{
    [Block<Bottleneck>(16, 64, Repeat = 2)] Layer steps;
    [GlobalAveragePool2D, Dense(10)] Layer head;

    Tensor Forward(Tensor x) => head(steps(x));
}

[Block]
public partial class Bottleneck
{
    [Conv2D(A, 1, Bias = false), BatchNorm, ReLU, Conv2D(A, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(B, 1, Bias = false), BatchNorm] Layer body;

    Tensor Forward(Tensor x) => ReLU(x + body(x));
}

// Huang et al. 2017.
[Network, Input(3, 32, 32), SoftmaxCrossEntropy]
public partial class DenselyConnected
{
    [Conv2D(16, 3, Padding = 1)] Layer stem;
    [BatchNorm, ReLU, Conv2D(12, 3, Padding = 1)] Layer first, second, third;
    [BatchNorm, ReLU, GlobalAveragePool2D, Dense(10)] Layer head;

    Tensor Forward(Tensor x)
    {
        var a = stem(x);
        var b = Concat(a, first(a));
        var c = Concat(b, second(b));
        return head(Concat(c, third(c)));
    }
}

// Szegedy et al. 2015.
[Network, Input(64, 16, 16), SoftmaxCrossEntropy]
public partial class Inception
{
    [Conv2D(32, 1), ReLU] Layer one;
    [Conv2D(32, 1), ReLU, Conv2D(48, 3, Padding = 1), ReLU] Layer three;
    [Conv2D(8, 1), ReLU, Conv2D(16, 5, Padding = 2), ReLU] Layer five;
    [MaxPool2D(3, Stride = 1, Padding = 1), Conv2D(16, 1), ReLU] Layer pool;
    [GlobalAveragePool2D, Dropout(0.4), Dense(10)] Layer head;

    Tensor Forward(Tensor x) => head(Concat(one(x), three(x), five(x), pool(x)));
}
