namespace NetGen.EndToEnd.Tests.Gradients;

// Every activation, several to a network: an error in the derivative of one shows in every tensor before it.

[Network(Precision = Precision.Double), Input(7)]
[Dense(17), GELU]
[Dense(5), GELU(Approximate = true)]
[Dense(9), SiLU]
[Dense(3), MeanSquaredError]
public partial class GatedNet;

[Network(Precision = Precision.Double), Input(3)]
[Dense(33), Tanh]
[Dense(17), Sigmoid]
[Dense(7), Softplus]
[Dense(5), Mish]
[Dense(1), MeanSquaredError]
public partial class SigmoidalNet;

[Network(Precision = Precision.Double), Input(17)]
[Dense(65), ELU]
[Dense(5, Bias = false), ELU(0.5)]
[Dense(9), SELU]
[Dense(3), MeanSquaredError]
public partial class ExponentialNet;

[Network(Precision = Precision.Double), Input(7)]
[Dense(17), ReLU]
[Dense(33), LeakyReLU]
[Dense(9), HardSigmoid]
[Dense(7), HardSwish]
[Dense(3), MeanSquaredError]
public partial class PiecewiseNet;

[Network(Precision = Precision.Double), Input(7)]
[Dense(5), Softmax]
[Dense(17), LogSoftmax]
[Dense(3), MeanSquaredError]
public partial class SoftmaxNet;

[Network(Precision = Precision.Double), Input(33), GELU]
[Dense(3), Tanh, ELU, MeanSquaredError]
public partial class ActivationFirstAndLastNet;

[Network(Precision = Precision.Double), Input(5)]
[Dense(17), Softmax, MeanSquaredError]
public partial class SoftmaxLastNet;

[Network(Precision = Precision.Double), Input(1)]
[Dense(1), Tanh]
[Dense(1), MeanSquaredError]
public partial class Width1Net;
