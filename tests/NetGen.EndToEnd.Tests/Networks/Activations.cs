namespace NetGen.EndToEnd.Tests.Networks;

// Every activation between two dense layers.

[Network, Input(7)]
[Dense(5), ReLU]
[Dense(3), MeanSquaredError]
public partial class ReLUNet;

[Network, Input(7)]
[Dense(5), LeakyReLU]
[Dense(3), MeanSquaredError]
public partial class LeakyReLUNet;

[Network, Input(7)]
[Dense(5), LeakyReLU(0.2)]
[Dense(3), MeanSquaredError]
public partial class LeakyReLU02Net;

[Network, Input(7)]
[Dense(5), ELU]
[Dense(3), MeanSquaredError]
public partial class ELUNet;

[Network, Input(7)]
[Dense(5), ELU(0.5)]
[Dense(3), MeanSquaredError]
public partial class ELU05Net;

[Network, Input(7)]
[Dense(5), SELU]
[Dense(3), MeanSquaredError]
public partial class SELUNet;

[Network, Input(7)]
[Dense(5), GELU]
[Dense(3), MeanSquaredError]
public partial class GELUNet;

[Network, Input(7)]
[Dense(5), GELU(Approximate = true)]
[Dense(3), MeanSquaredError]
public partial class GELUTanhNet;

[Network, Input(7)]
[Dense(5), SiLU]
[Dense(3), MeanSquaredError]
public partial class SiLUNet;

[Network, Input(7)]
[Dense(5), Tanh]
[Dense(3), MeanSquaredError]
public partial class TanhNet;

[Network, Input(7)]
[Dense(5), Sigmoid]
[Dense(3), MeanSquaredError]
public partial class SigmoidNet;

[Network, Input(7)]
[Dense(5), Softplus]
[Dense(3), MeanSquaredError]
public partial class SoftplusNet;

[Network, Input(7)]
[Dense(5), HardSigmoid]
[Dense(3), MeanSquaredError]
public partial class HardSigmoidNet;

[Network, Input(7)]
[Dense(5), HardSwish]
[Dense(3), MeanSquaredError]
public partial class HardSwishNet;

[Network, Input(7)]
[Dense(5), Mish]
[Dense(3), MeanSquaredError]
public partial class MishNet;

[Network, Input(7)]
[Dense(5), Softmax]
[Dense(3), MeanSquaredError]
public partial class SoftmaxNet;

[Network, Input(7)]
[Dense(5), LogSoftmax]
[Dense(3), MeanSquaredError]
public partial class LogSoftmaxNet;
