namespace NetGen.EndToEnd.Tests.Networks;

// Widths that fill no vector: 1, 3, 17, 19, 33.

[Network, Input(19)]
[Dense(33), ReLU]
[Dense(17), SoftmaxCrossEntropy]
public partial class OddReLUNet;

[Network, Input(19)]
[Dense(33), GELU]
[Dense(17), MeanSquaredError]
public partial class OddGELUNet;

[Network, Input(19)]
[Dense(33), Tanh]
[Dense(17), SoftmaxCrossEntropy]
public partial class OddTanhNet;

[Network, Input(19)]
[Dense(33), Softmax]
[Dense(17), MeanSquaredError]
public partial class OddSoftmaxNet;

[Network, Input(1)]
[Dense(1), Tanh]
[Dense(1), MeanSquaredError]
public partial class Width1Net;

[Network, Input(3)]
[Dense(3), SiLU]
[Dense(1), BinaryCrossEntropy]
public partial class Width3Net;

[Network, Input(17)]
[Dense(17), ELU]
[Dense(17), SoftmaxCrossEntropy]
public partial class Width17Net;

[Network, Input(7)]
[Dense(3), MeanSquaredError]
public partial class SingleLayerNet;
