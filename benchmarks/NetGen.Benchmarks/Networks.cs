namespace NetGen.Benchmarks;

// The networks of the comparison with PyTorch and ONNX Runtime; their names are those of benchmarks/peers/workloads.py.

[Network, Input(784)]
[Dense(128), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class Mlp784x128x10;

[Network, Input(784)]
[Dense(512), ReLU]
[Dense(512), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class Mlp784x512x512x10;

[Network, Input(4)]
[Dense(16), ReLU]
[Dense(16), ReLU]
[Dense(2), SoftmaxCrossEntropy]
public partial class Mlp4x16x16x2;
