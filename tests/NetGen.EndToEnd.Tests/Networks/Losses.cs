namespace NetGen.EndToEnd.Tests.Networks;

// Every loss, with every argument it takes, after the same layers.

[Network, Input(7)]
[Dense(5), Tanh]
[Dense(3), SoftmaxCrossEntropy]
public partial class CrossEntropyNet;

[Network, Input(7)]
[Dense(5), Tanh]
[Dense(3), SoftmaxCrossEntropy(LabelSmoothing = 0.1)]
public partial class CrossEntropySmoothingNet;

[Network, Input(7)]
[Dense(5), Tanh]
[Dense(3), SoftmaxCrossEntropy(ClassWeights = [0.5, 2, 1.25])]
public partial class CrossEntropyClassWeightsNet;

[Network, Input(7)]
[Dense(5), Tanh]
[Dense(3), SoftmaxCrossEntropy(LabelSmoothing = 0.1, ClassWeights = [0.5, 2, 1.25])]
public partial class CrossEntropyBothNet;

[Network, Input(7)]
[Dense(5), Tanh]
[Dense(3), BinaryCrossEntropy]
public partial class BinaryCrossEntropyNet;

[Network, Input(7)]
[Dense(5), Tanh]
[Dense(3), BinaryCrossEntropy(ClassWeights = [0.5, 2, 1.25])]
public partial class BinaryCrossEntropyClassWeightsNet;

[Network, Input(7)]
[Dense(5), Tanh]
[Dense(3), BinaryCrossEntropy(PositiveWeights = [3, 0.75, 1.5])]
public partial class BinaryCrossEntropyPositiveWeightsNet;

[Network, Input(7)]
[Dense(5), Tanh]
[Dense(3), MeanSquaredError]
public partial class MeanSquaredErrorNet;

[Network, Input(7)]
[Dense(5), Tanh]
[Dense(3), MeanSquaredError(ClassWeights = [0.5, 2, 1.25])]
public partial class MeanSquaredErrorClassWeightsNet;

[Network, Input(7)]
[Dense(5), Tanh]
[Dense(3), MeanAbsoluteError]
public partial class MeanAbsoluteErrorNet;

[Network, Input(7)]
[Dense(5), Tanh]
[Dense(3), Huber]
public partial class HuberNet;

[Network, Input(7)]
[Dense(5), Tanh]
[Dense(3), Huber(0.5)]
public partial class Huber05Net;

[Network, Input(7)]
[Dense(5), Tanh]
[Dense(3), KLDivergence]
public partial class KLDivergenceNet;

[Network, Input(7)]
[Dense(5), Tanh]
[Dense(3), Hinge]
public partial class HingeNet;
