namespace NetGen.Images.Tests.Networks;

// Strides, paddings, dilations, groups, kernels and odd sizes; each network is one convolution.

[Network, Input(3, 5, 7)]
[Conv2D(4, 3), MeanSquaredError]
public partial class Conv3x3Net;

[Network, Input(17, 2, 3)]
[Conv2D(33, 1), MeanSquaredError]
public partial class Conv1x1Net;

[Network, Input(3, 9, 4)]
[Conv2D(5, 2, Stride = 2), MeanSquaredError]
public partial class Conv2x2Stride2Net;

[Network, Input(3, 9, 4)]
[Conv2D(4, 3, Stride = 2, Padding = 1), MeanSquaredError]
public partial class ConvStride2Padding1Net;

[Network, Input(1, 5, 7)]
[Conv2D(17, 3, Stride = 3, Padding = 2), MeanSquaredError]
public partial class ConvStride3Padding2Net;

[Network, Input(1, 9, 4)]
[Conv2D(3, 5, Padding = 2), MeanSquaredError]
public partial class Conv5x5Padding2Net;

[Network, Input(3, 5, 7)]
[Conv2D(4, 1, 3), MeanSquaredError]
public partial class Conv1x3Net;

[Network, Input(3, 5, 7)]
[Conv2D(4, 3, Same = true), MeanSquaredError]
public partial class ConvSameNet;

[Network, Input(1, 5, 7)]
[Conv2D(3, 2, Same = true), MeanSquaredError]
public partial class ConvSameEvenNet;

[Network, Input(1, 5, 7)]
[Conv2D(3, 3, Same = true, Dilation = 2), MeanSquaredError]
public partial class ConvSameDilatedNet;

[Network, Input(3, 9, 4)]
[Conv2D(3, 3, Same = true, Stride = 2), MeanSquaredError]
public partial class ConvSameStride2Net;

[Network, Input(3, 5, 7)]
[Conv2D(3, 3, Dilation = 2), MeanSquaredError]
public partial class ConvDilation2Net;

[Network, Input(1, 9, 4)]
[Conv2D(3, 3, Stride = 2, Padding = 2, Dilation = 2), MeanSquaredError]
public partial class ConvDilation2Stride2Padding2Net;

[Network, Input(3, 5, 7)]
[Conv2D(4, 3, Bias = false), MeanSquaredError]
public partial class ConvNoBiasNet;

[Network, Input(33, 3, 2)]
[Conv2D(3, 2, Padding = 1), MeanSquaredError]
public partial class Conv33Net;

[Network, Input(4, 5, 7)]
[Conv2D(6, 3, Padding = 1, Groups = 2), MeanSquaredError]
public partial class ConvGroups2Net;

[Network, Input(6, 5, 4)]
[Conv2D(4, 2, Stride = 2, Groups = 2, Bias = false), MeanSquaredError]
public partial class ConvGroups2Stride2Net;

[Network, Input(3, 5, 7)]
[Conv2D(3, 3, Padding = 1, Groups = 3), MeanSquaredError]
public partial class ConvDepthwiseNet;

[Network, Input(33, 4, 3)]
[Conv2D(33, 3, Stride = 2, Padding = 1, Groups = 33), MeanSquaredError]
public partial class ConvDepthwise33Net;

[Network, Input(3, 5, 7)]
[Conv2D(6, 3, Stride = 2, Groups = 3), MeanSquaredError]
public partial class ConvDepthwiseTwiceNet;
