namespace NetGen.Images.Tests.Networks;

// Pooling and resampling, in front of three outputs.

[Network, Input(3, 6, 4)]
[MaxPool2D(2)]
[Flatten, Dense(3), MeanSquaredError]
public partial class MaxPoolNet;

[Network, Input(17, 5, 7)]
[MaxPool2D(2)]
[Flatten, Dense(3), MeanSquaredError]
public partial class MaxPoolOddNet;

[Network, Input(2, 5, 7)]
[MaxPool2D(3, Stride = 2, Padding = 1)]
[Flatten, Dense(3), MeanSquaredError]
public partial class MaxPoolTiesNet;

[Network, Input(3, 5, 7)]
[MaxPool2D(3, Stride = 2, Padding = 1)]
[Flatten, Dense(3), MeanSquaredError]
public partial class MaxPoolNegativeNet;

[Network, Input(3, 5, 7)]
[MaxPool2D(2, Stride = 1, Dilation = 2)]
[Flatten, Dense(3), MeanSquaredError]
public partial class MaxPoolDilatedNet;

[Network, Input(3, 5, 7)]
[MaxPool2D(2, 3)]
[Flatten, Dense(3), MeanSquaredError]
public partial class MaxPool2x3Net;

[Network, Input(3, 6, 4)]
[AveragePool2D(2)]
[Flatten, Dense(3), MeanSquaredError]
public partial class AveragePoolNet;

[Network, Input(3, 5, 7)]
[AveragePool2D(3, Stride = 2, Padding = 1)]
[Flatten, Dense(3), MeanSquaredError]
public partial class AveragePoolPaddedNet;

[Network, Input(33, 3, 4)]
[AveragePool2D(2, 3, Stride = 1)]
[Flatten, Dense(3), MeanSquaredError]
public partial class AveragePool2x3Net;

[Network, Input(17, 5, 3)]
[GlobalAveragePool2D]
[Flatten, Dense(3), MeanSquaredError]
public partial class GlobalAverageNet;

[Network, Input(3, 6, 4)]
[AdaptiveAveragePool2D(3, 2)]
[Flatten, Dense(3), MeanSquaredError]
public partial class AdaptiveEvenNet;

[Network, Input(3, 5, 7)]
[AdaptiveAveragePool2D(3)]
[Flatten, Dense(3), MeanSquaredError]
public partial class AdaptiveOddNet;

[Network, Input(3, 2, 3)]
[AdaptiveAveragePool2D(3, 4)]
[Flatten, Dense(3), MeanSquaredError]
public partial class AdaptiveLargerNet;

[Network, Input(3, 3, 2)]
[Upsample2D(2)]
[Flatten, Dense(3), MeanSquaredError]
public partial class UpsampleNet;

[Network, Input(33, 2, 1)]
[Upsample2D(3)]
[Flatten, Dense(3), MeanSquaredError]
public partial class Upsample33Net;

[Network, Input(3, 4, 3)]
[Upsample2D(2, Bilinear = true)]
[Flatten, Dense(3), MeanSquaredError]
public partial class UpsampleBilinearNet;

[Network, Input(2, 3, 1)]
[Upsample2D(3, Bilinear = true)]
[Flatten, Dense(3), MeanSquaredError]
public partial class UpsampleBilinear3Net;
