namespace NetGen.Images.Tests.Networks;

// Transposed convolutions.

[Network, Input(3, 3, 4)]
[ConvTranspose2D(4, 3), MeanSquaredError]
public partial class Transposed3x3Net;

[Network, Input(3, 3, 4)]
[ConvTranspose2D(2, 3, Stride = 2, Padding = 1, OutputPadding = 1), MeanSquaredError]
public partial class TransposedStride2Net;

[Network, Input(2, 3, 2)]
[ConvTranspose2D(3, 2, Stride = 3, OutputPadding = 2), MeanSquaredError]
public partial class TransposedStride3Net;

[Network, Input(2, 3, 4)]
[ConvTranspose2D(3, 3, Dilation = 2, Padding = 2, OutputPadding = 1), MeanSquaredError]
public partial class TransposedDilatedNet;

[Network, Input(4, 3, 2)]
[ConvTranspose2D(6, 3, Stride = 2, Padding = 1, Groups = 2), MeanSquaredError]
public partial class TransposedGroups2Net;

[Network, Input(3, 3, 4)]
[ConvTranspose2D(3, 2, Stride = 2, Groups = 3), MeanSquaredError]
public partial class TransposedDepthwiseNet;

[Network, Input(3, 3, 4)]
[ConvTranspose2D(2, 1, 3, Bias = false), MeanSquaredError]
public partial class TransposedNoBiasNet;

[Network, Input(17, 2, 1)]
[ConvTranspose2D(33, 1, Stride = 2), MeanSquaredError]
public partial class Transposed33Net;
