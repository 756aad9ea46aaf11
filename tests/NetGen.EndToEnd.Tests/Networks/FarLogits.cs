namespace NetGen.EndToEnd.Tests.Networks;

// One layer whose weights the test makes the identity, so that its inputs are the logits.

[Network, Input(3)]
[Dense(3), SoftmaxCrossEntropy]
public partial class FarLogitsNet;

[Network, Input(3)]
[Dense(3), BinaryCrossEntropy]
public partial class FarBinaryLogitsNet;
