namespace NetGen.EndToEnd.Tests.Gradients;

// Layer normalisation first, in the middle and last, with and without bias, over samples of one and of several rows.

[Network(Precision = Precision.Double), Input(7), LayerNorm]
[Dense(17), LayerNorm, GELU]
[Dense(5), LayerNorm(Bias = false), MeanSquaredError]
public partial class LayerNormNet;

[Network(Precision = Precision.Double), Input(65), LayerNorm]
[Dense(33, Bias = false), LayerNorm(Epsilon = 0.1), Tanh]
[Dense(1), BinaryCrossEntropy]
public partial class WideLayerNormNet;

[Network(Precision = Precision.Double), Input(3, 7), LayerNorm]
[Dense(5), Tanh, LayerNorm, Flatten]
[Dense(3), SoftmaxCrossEntropy]
public partial class LayerNormOfRowsNet;

// Samples of several rows: labels, values and norms per position; flattening and reshaping on the way.

[Network(Precision = Precision.Double), Input(21), Reshape(3, 7)]
[Dense(5), GELU]
[Dense(4), SoftmaxCrossEntropy(LabelSmoothing = 0.05, ClassWeights = [1, 0.5, 2, 1.5])]
public partial class LabelPerPositionNet;

[Network(Precision = Precision.Double), Input(6, 7)]
[Dense(5), Softplus]
[Dense(2), MeanSquaredError]
public partial class ValuesPerPositionNet;

[Network(Precision = Precision.Double), Input(2, 3, 4), Flatten]
[Dense(12), Tanh, Reshape(3, 4)]
[Dense(2), SiLU, Flatten]
[Dense(3), Huber]
public partial class ReshapingNet;

// Dropout on inputs, between layers, and per row.

[Network(Precision = Precision.Double), Input(7), Dropout(0.2)]
[Dense(33), Tanh, Dropout]
[Dense(3), SoftmaxCrossEntropy]
public partial class DropoutNet;

[Network(Precision = Precision.Double), Input(3, 5)]
[Dense(17), GELU, Dropout(0.3), Flatten, Dropout(0.1)]
[Dense(3), MeanSquaredError]
public partial class DropoutOfRowsNet;
