namespace NetGen.Images.Tests.Doubles;

// Pooling, resampling and normalisation between layers with weights, in double precision.

[Network(Precision = Precision.Double), Input(2, 6, 5)]
[Conv2D(3, 3, Same = true), Tanh, MaxPool2D(3, Stride = 2, Padding = 1)]
[Conv2D(17, 1), SiLU, MaxPool2D(2, Stride = 1), Flatten]
[Dense(3), SoftmaxCrossEntropy]
public partial class MaximaNet;

[Network(Precision = Precision.Double), Input(2, 6, 5), MaxPool2D(2, Dilation = 2, Stride = 1), Flatten]
[Dense(3), MeanSquaredError]
public partial class MaximaFirstNet;

[Network(Precision = Precision.Double), Input(2, 6, 5)]
[Conv2D(3, 3), Tanh, AveragePool2D(2, Stride = 1, Padding = 1)]
[Conv2D(4, 2), GELU, GlobalAveragePool2D]
[Dense(2), MeanSquaredError]
public partial class MeansNet;

[Network(Precision = Precision.Double), Input(2, 4, 5)]
[Conv2D(3, 2), Tanh, AdaptiveAveragePool2D(2, 3)]
[Upsample2D(2), Conv2D(2, 2), SiLU, Upsample2D(2, Bilinear = true), AdaptiveAveragePool2D(3, 5), MeanSquaredError]
public partial class ResampledNet;

[Network(Precision = Precision.Double), Input(6, 3, 2), GroupNorm(3)]
[Conv2D(4, 2, Padding = 1), GroupNorm(1, Epsilon = 0.01), Tanh]
[Conv2D(18, 1), GroupNorm(18), Flatten, RMSNorm]
[Dense(3), SoftmaxCrossEntropy]
public partial class NormalisedNet;

[Network(Precision = Precision.Double), Input(3, 4), RMSNorm]
[Dense(17), Tanh, RMSNorm(Epsilon = 0.1), Flatten]
[Dense(2), MeanSquaredError]
public partial class RootMeanSquareNet;

[Network(Precision = Precision.Double), Input(2, 4, 5), RMSNorm]
[Conv2D(3, 2, Padding = 1), RMSNorm(Epsilon = 0.01), Tanh]
[Conv2D(17, 1), RMSNorm, GroupNorm(17), AveragePool2D(2), RMSNorm, MeanSquaredError]
public partial class RootMeanSquareImageNet;

[Network(Precision = Precision.Double), Input(6, 3, 2), GroupNorm(2, Init = Initializer.Normal)]
[Conv2D(4, 2, Padding = 1), Tanh, GroupNorm(4, Frozen = true), RMSNorm(Frozen = true), Flatten]
[Dense(3), SoftmaxCrossEntropy]
public partial class FrozenNormsNet;

[Network(Precision = Precision.Double), Input(2, 6, 6)]
[Conv2D(4, 3), Tanh, SpatialDropout(0.4)]
[Conv2D(3, 2), SpatialDropout, Flatten]
[Dense(3), SoftmaxCrossEntropy]
public partial class DroppedChannelsNet;
