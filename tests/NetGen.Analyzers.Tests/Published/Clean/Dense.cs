using NetGen;
using static NetGen.Ops;

[Network, Input(30)]
[Dense(1), BinaryCrossEntropy]
public partial class LogisticRegression;

[Network, Input(13)]
[Dense(1), MeanSquaredError]
public partial class LinearRegression;

[Network, Input(4)]
[Dense(3), SoftmaxCrossEntropy]
public partial class SoftmaxRegression;

[Network, Input(20)]
[Dense(1), Hinge]
public partial class LinearSupportVectors;

// Rumelhart, Hinton, Williams 1986.
[Network, Input(2)]
[Dense(4), Tanh]
[Dense(1), BinaryCrossEntropy]
public partial class ExclusiveOr;

[Network, Input(784)]
[Dense(128), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class DigitsPerceptron;

// Srivastava et al. 2014.
[Network, Input(784)]
[Dropout(0.2), Dense(1024), ReLU, Dropout(0.5)]
[Dense(1024), ReLU, Dropout(0.5)]
[Dense(10), SoftmaxCrossEntropy]
public partial class DropoutPerceptron;

// Ioffe and Szegedy 2015.
[Network, Input(64)]
[Dense(128, Bias = false), BatchNorm, ReLU]
[Dense(128, Bias = false), BatchNorm, ReLU]
[Dense(5), SoftmaxCrossEntropy]
public partial class NormalizedPerceptron;

[Network, Input(64)]
[Dense(128), LayerNorm, GELU]
[Dense(128), LayerNorm, GELU]
[Dense(5), SoftmaxCrossEntropy]
public partial class LayerNormPerceptron;

// Klambauer et al. 2017.
[Network, Input(40)]
[Dense(64, Init = Initializer.LeCunNormal), SELU]
[Dense(64, Init = Initializer.LeCunNormal), SELU]
[Dense(64, Init = Initializer.LeCunNormal), SELU]
[Dense(1), BinaryCrossEntropy]
public partial class SelfNormalizing;

[Network, Input(13)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(1), Huber]
public partial class RobustRegression;

[Network, Input(300)]
[Dense(256), ReLU, Dropout(0.3)]
[Dense(20), BinaryCrossEntropy]
public partial class Tagger;

[Network(Precision = Precision.Double), Input(2)]
[Dense(32), Tanh]
[Dense(32), Tanh]
[Dense(1), MeanSquaredError]
public partial class PhysicsSurrogate;

// Cheng et al. 2016.
[Network, BinaryCrossEntropy]
public partial class WideAndDeep
{
    [Dense(1)] Layer wide;
    [Dense(64), ReLU, Dense(32), ReLU, Dense(1)] Layer deep;

    Tensor Forward([Input(100)] Tensor crossed, [Input(20)] Tensor features) => wide(crossed) + deep(features);
}

// After Gorishniy et al. 2021, with layer norms: behind their dropouts NG3004 speaks of batch norms.
[Network, Input(24)]
[Dense(64)]
[Residual<TabularStep>(Repeat = 3)]
[LayerNorm, ReLU, Dense(1), MeanSquaredError]
public partial class TabularResidual;

[Block, LayerNorm, Dense(128), ReLU, Dropout(0.2), Dense(64)]
public partial class TabularStep;

// Koenker and Bassett 1978: the 90th percentile.
[Network, Input(8)]
public partial class Quantile
{
    [Dense(32), ReLU, Dense(1)] Layer layers;

    Tensor Forward(Tensor x) => layers(x);

    [Loss]
    static Tensor Pinball(Tensor y, [Input(1)] Tensor target) => Sum(Maximum(0.9 * (target - y), -0.1 * (target - y)));
}
