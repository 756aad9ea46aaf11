namespace NetGen.Images.Tests.BatchNorms;

[Network, Input(3, 5, 7)]
[Conv2D(6, 3, Padding = 1, Bias = false), BatchNorm, ReLU, MaxPool2D(2)]
[Conv2D(8, 2), BatchNorm, Tanh, Flatten]
[Dense(4), SoftmaxCrossEntropy]
public partial class ImageNormNet;

[Network, Input(5)]
[Dense(33), BatchNorm(Epsilon = 1e-3, Momentum = 0.3), SiLU]
[Dense(4), SoftmaxCrossEntropy]
public partial class VectorNormNet;

[Network, Input(3, 9)]
[BatchNorm, Conv1D(5, 3), BatchNorm, Tanh, Flatten]
[Dense(4), SoftmaxCrossEntropy]
public partial class SequenceNormNet;

// One value per channel and sample, and something random behind it.
[Network, Input(5)]
[Dense(9, Bias = false), BatchNorm, Tanh, Dropout(0.4)]
[Dense(4), SoftmaxCrossEntropy]
public partial class DroppingNormNet;

[Network, Input(3, 4, 4)]
[Conv2D(6, 3, Bias = false), BatchNorm, SiLU, GlobalAveragePool2D, BatchNorm]
[Dense(4), SoftmaxCrossEntropy]
public partial class PooledNormNet;

// Two inputs, and a batch norm over vectors of one of them.
[Network, SoftmaxCrossEntropy]
public partial class TwoInputNormNet
{
    [Dense(7, Bias = false), BatchNorm, Tanh]
    private Layer first;

    [Dense(7)]
    private Layer second;

    [Dense(4)]
    private Layer head;

    internal Tensor Forward([Input(3)] Tensor x, [Input(2)] Tensor y) => head(first(x) + second(y));
}
