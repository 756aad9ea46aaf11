namespace NetGen.Sequences.Tests.Networks;

[Network, TokenInput(5, 6)]
[Embedding(7), Tanh, Dense(4), SoftmaxCrossEntropy]
public partial class LabelsPerPositionNet;

[Network, TokenInput(5, 6)]
[Embedding(7), Tanh, Dense(4), SoftmaxCrossEntropy]
public partial class LabelsIgnoredNet;

[Network, TokenInput(3, 4)]
[Embedding(5), Flatten, Dense(3), SoftmaxCrossEntropy]
public partial class LabelsIgnoredPerSampleNet;
