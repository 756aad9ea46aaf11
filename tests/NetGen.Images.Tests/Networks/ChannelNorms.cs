namespace NetGen.Images.Tests.Networks;

// Normalisation over groups of channels, and by the root of the mean square.

[Network, Input(4, 3, 5)]
[GroupNorm(2)]
[Flatten, Dense(3), MeanSquaredError]
public partial class GroupNormNet;

[Network, Input(3, 3, 4)]
[GroupNorm(1, Epsilon = 0.1)]
[Flatten, Dense(3), MeanSquaredError]
public partial class GroupNorm1Net;

[Network, Input(33, 2, 3)]
[GroupNorm(33)]
[Flatten, Dense(3), MeanSquaredError]
public partial class GroupNorm33Net;

[Network, Input(6, 5)]
[GroupNorm(3)]
[Flatten, Dense(3), MeanSquaredError]
public partial class GroupNormSequenceNet;

[Network, Input(17)]
[RMSNorm]
[Flatten, Dense(3), MeanSquaredError]
public partial class RmsNormNet;

[Network, Input(3, 7)]
[RMSNorm(Epsilon = 0.1)]
[Flatten, Dense(3), MeanSquaredError]
public partial class RmsNormRowsNet;

[Network, Input(3, 4, 5)]
[RMSNorm]
[Flatten, Dense(3), MeanSquaredError]
public partial class RmsNormImageNet;

[Network, Input(2, 3, 33)]
[RMSNorm(Epsilon = 0.1)]
[Flatten, Dense(3), MeanSquaredError]
public partial class RmsNormImage33Net;

[Network, Input(2, 5, 4)]
[Conv2D(3, 3, Padding = 1, Bias = false), RMSNorm, SiLU]
[Conv2D(17, 2), RMSNorm]
[Flatten, Dense(3), MeanSquaredError]
public partial class RmsNormBehindConvolutionNet;
