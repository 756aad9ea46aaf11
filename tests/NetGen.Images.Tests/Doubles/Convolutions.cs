using static NetGen.Ops;

namespace NetGen.Images.Tests.Doubles;

// Convolutions in double precision: two behind one another, so that gradients pass through both; more channels than a panel is wide; groups; frozen weights; a graph.

[Network(Precision = Precision.Double), Input(2, 5, 6)]
[Conv2D(5, 3, Padding = 1), Tanh]
[Conv2D(3, 3, Stride = 2, Padding = 2), Flatten]
[Dense(3), SoftmaxCrossEntropy]
public partial class TwiceNet;

[Network(Precision = Precision.Double), Input(1, 5, 4)]
[Conv2D(17, 2, Bias = false), SiLU]
[Conv2D(18, 1), GELU]
[Conv2D(2, 3, Same = true, Stride = 2), MeanSquaredError]
public partial class WidePanelsNet;

[Network(Precision = Precision.Double), Input(4, 5, 4)]
[Conv2D(6, 3, Padding = 1, Groups = 2), GELU]
[Conv2D(12, 2, Stride = 2, Groups = 6), MeanSquaredError]
public partial class GroupedNet;

[Network(Precision = Precision.Double), Input(17, 4, 3)]
[Conv2D(17, 3, Padding = 1, Groups = 17), SiLU]
[Conv2D(3, 1, 2, Dilation = 2), MeanSquaredError]
public partial class DepthwiseNet;

[Network(Precision = Precision.Double), Input(3, 9)]
[Conv1D(4, 3, Same = true, Dilation = 2), Tanh, GroupNorm(2)]
[Conv1D(6, 2, Stride = 2, Groups = 2), SpatialDropout(0.3), Flatten]
[Dense(3), SoftmaxCrossEntropy]
public partial class SequenceNet;

[Network(Precision = Precision.Double), Input(2, 3, 2)]
[ConvTranspose2D(4, 3, Stride = 2, Padding = 1, OutputPadding = 1), Tanh]
[ConvTranspose2D(2, 2, Groups = 2, Dilation = 2), Sigmoid]
[ConvTranspose2D(1, 1, 2, Stride = 3, Bias = false), MeanSquaredError]
public partial class EnlargedNet;

[Network(Precision = Precision.Double), Input(1, 6, 5)]
[Conv2D(3, 3, Name = "trunk", Frozen = true), Tanh]
[Conv2D(2, 2, Name = "head"), Flatten]
[Dense(2), MeanSquaredError]
public partial class FrozenTrunkNet;

[Network(Precision = Precision.Double), Input(2, 5, 4), MeanSquaredError]
public partial class ResidualImageNet
{
    [Conv2D(4, 3, Padding = 1, Bias = false), GroupNorm(2), SiLU]
    private readonly Layer _stem;

    [Block<ResidualImage>(4, Repeat = 2)]
    private readonly Layer _stage;

    [GlobalAveragePool2D, Dense(3)]
    private readonly Layer _head;

    private Tensor Forward(Tensor x) => _head(_stage(_stem(x)));
}

[Block]
public partial class ResidualImage
{
    [Conv2D(Hole.A, 3, Padding = 1), GroupNorm(2), SiLU, Conv2D(Hole.A, 3, Padding = 1)]
    private readonly Layer _body;

    private Tensor Forward(Tensor x) => Tanh(x + _body(x));
}
