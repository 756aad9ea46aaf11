namespace NetGen.EndToEnd.Tests.Gradients;

// Every loss, with every argument it takes, after a tanh and a GELU.

[Network(Precision = Precision.Double), Input(7)]
[Dense(5), Tanh]
[Dense(9), GELU]
[Dense(3), SoftmaxCrossEntropy]
public partial class CrossEntropyNet;

[Network(Precision = Precision.Double), Input(7)]
[Dense(5), Tanh]
[Dense(9), GELU]
[Dense(3), SoftmaxCrossEntropy(LabelSmoothing = 0.1)]
public partial class CrossEntropySmoothingNet;

[Network(Precision = Precision.Double), Input(7)]
[Dense(5), Tanh]
[Dense(9), GELU]
[Dense(3), SoftmaxCrossEntropy(ClassWeights = [0.5, 2, 1.25])]
public partial class CrossEntropyClassWeightsNet;

[Network(Precision = Precision.Double), Input(7)]
[Dense(5), Tanh]
[Dense(9), GELU]
[Dense(3), SoftmaxCrossEntropy(LabelSmoothing = 0.1, ClassWeights = [0.5, 2, 1.25])]
public partial class CrossEntropyBothNet;

[Network(Precision = Precision.Double), Input(7)]
[Dense(5), Tanh]
[Dense(9), GELU]
[Dense(3), BinaryCrossEntropy]
public partial class BinaryNet;

[Network(Precision = Precision.Double), Input(7)]
[Dense(5), Tanh]
[Dense(9), GELU]
[Dense(3), BinaryCrossEntropy(ClassWeights = [0.5, 2, 1.25])]
public partial class BinaryClassWeightsNet;

[Network(Precision = Precision.Double), Input(7)]
[Dense(5), Tanh]
[Dense(9), GELU]
[Dense(3), BinaryCrossEntropy(PositiveWeights = [3, 0.75, 1.5])]
public partial class BinaryPositiveWeightsNet;

[Network(Precision = Precision.Double), Input(7)]
[Dense(5), Tanh]
[Dense(9), GELU]
[Dense(3), BinaryCrossEntropy(PositiveWeights = [3, 0.75, 1.5], ClassWeights = [0.5, 2, 1.25])]
public partial class BinaryBothNet;

[Network(Precision = Precision.Double), Input(7)]
[Dense(5), Tanh]
[Dense(9), GELU]
[Dense(3), MeanSquaredError(ClassWeights = [0.5, 2, 1.25])]
public partial class SquaredClassWeightsNet;

[Network(Precision = Precision.Double), Input(7)]
[Dense(5), Tanh]
[Dense(9), GELU]
[Dense(3), MeanAbsoluteError]
public partial class AbsoluteNet;

[Network(Precision = Precision.Double), Input(7)]
[Dense(5), Tanh]
[Dense(9), GELU]
[Dense(3), Huber]
public partial class HuberNet;

[Network(Precision = Precision.Double), Input(7)]
[Dense(5), Tanh]
[Dense(9), GELU]
[Dense(3), Huber(0.5, ClassWeights = [0.5, 2, 1.25])]
public partial class HuberClassWeightsNet;

[Network(Precision = Precision.Double), Input(7)]
[Dense(5), Tanh]
[Dense(9), GELU]
[Dense(3), Hinge]
public partial class HingeNet;

[Network(Precision = Precision.Double), Input(7)]
[Dense(5), Tanh]
[Dense(9), GELU]
[Dense(3), KLDivergence]
public partial class KLDivergenceNet;
