namespace NetGen.Gpu.Tests;

// Every kind of window: strides, paddings, dilations, groups, more channels than a panel is wide, ties, resampling. Small images: the simulator counts every thread.

[Network, Input(3, 5, 7)]
[Conv2D(33, 3, Stride = 2, Padding = 1), SiLU]
[Conv2D(34, 2, Same = true, Bias = false), GroupNorm(2)]
[Conv2D(3, 1, 2, Dilation = 2), MeanSquaredError]
public partial class WindowsNet;

[Network, Input(4, 5, 4)]
[Conv2D(6, 3, Padding = 1, Groups = 2), GELU]
[Conv2D(12, 2, Stride = 2, Groups = 6), MaxPool2D(2, Stride = 1), Flatten]
[Dense(3), SoftmaxCrossEntropy]
public partial class GroupsNet;

[Network, Input(17, 4, 3)]
[Conv2D(17, 3, Padding = 1, Groups = 17), Tanh, AveragePool2D(2, Stride = 1, Padding = 1)]
[Conv2D(5, 1), MaxPool2D(3, Stride = 2, Padding = 1), AdaptiveAveragePool2D(2, 1), MeanSquaredError]
public partial class DepthwiseNet;

[Network, Input(2, 3, 2)]
[ConvTranspose2D(4, 3, Stride = 2, Padding = 1, OutputPadding = 1), Tanh]
[ConvTranspose2D(2, 2, Groups = 2, Dilation = 2), Upsample2D(2, Bilinear = true)]
[Upsample2D(2), GlobalAveragePool2D, RMSNorm]
[Dense(2), MeanSquaredError]
public partial class EnlargingDeviceNet;

[Network, Input(3, 9)]
[Conv1D(4, 3, Same = true, Dilation = 2), Tanh, GroupNorm(2)]
[Conv1D(6, 2, Stride = 2, Groups = 2), SpatialDropout(0.3), Flatten]
[Dense(3), SoftmaxCrossEntropy]
public partial class SequenceNet;

[Network, Input(2, 5, 4), MeanSquaredError]
public partial class ResidualImageNet
{
    [Conv2D(4, 3, Padding = 1, Bias = false), GroupNorm(2), SiLU]
    private readonly Layer _stem;

    [Conv2D(4, 3, Padding = 1), GroupNorm(1)]
    private readonly Layer _body;

    [GlobalAveragePool2D, Dense(3)]
    private readonly Layer _head;

    private Tensor Forward(Tensor x)
    {
        var stem = _stem(x);
        return _head(Ops.Tanh(stem + _body(stem)));
    }
}

// Enough values per channel in a single sample: of two values a batch norm leaves nothing but their signs, and gradients that cancel. So do those of a bias in front of it.
[Network, Input(3, 5, 7)]
[Conv2D(6, 3, Padding = 1, Bias = false), BatchNorm, Tanh]
[Conv2D(35, 2, Stride = 2, Padding = 1, Bias = false), BatchNorm(Momentum = 0.3), SiLU, Flatten]
[Dense(4), SoftmaxCrossEntropy]
public partial class BatchNormDeviceNet;
