using NetGen;

namespace Tuning;

// An architecture is a class: its code is generated when this project is compiled, so a search cannot make up a width as it goes. It
// chooses among classes that stand here. The rate of dropout is part of the class too, as its kernels are made for it; so there is one
// class for each width and each of a few rates. Learning rate, batch size and weight decay are numbers of the training, and free.
//
// To search over other shapes, add a class here and a line in Architectures.cs.

/// <summary>32 hidden units, without dropout.</summary>
[Network, Input(784)]
[Dense(32), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class Net32;

/// <summary>32 hidden units, of which a step leaves out 20 %.</summary>
[Network, Input(784)]
[Dense(32), ReLU, Dropout(0.2)]
[Dense(10), SoftmaxCrossEntropy]
public partial class Net32Drop20;

/// <summary>32 hidden units, of which a step leaves out 40 %.</summary>
[Network, Input(784)]
[Dense(32), ReLU, Dropout(0.4)]
[Dense(10), SoftmaxCrossEntropy]
public partial class Net32Drop40;

/// <summary>64 hidden units, without dropout.</summary>
[Network, Input(784)]
[Dense(64), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class Net64;

/// <summary>64 hidden units, of which a step leaves out 20 %.</summary>
[Network, Input(784)]
[Dense(64), ReLU, Dropout(0.2)]
[Dense(10), SoftmaxCrossEntropy]
public partial class Net64Drop20;

/// <summary>64 hidden units, of which a step leaves out 40 %.</summary>
[Network, Input(784)]
[Dense(64), ReLU, Dropout(0.4)]
[Dense(10), SoftmaxCrossEntropy]
public partial class Net64Drop40;

/// <summary>128 hidden units, without dropout.</summary>
[Network, Input(784)]
[Dense(128), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class Net128;

/// <summary>128 hidden units, of which a step leaves out 20 %.</summary>
[Network, Input(784)]
[Dense(128), ReLU, Dropout(0.2)]
[Dense(10), SoftmaxCrossEntropy]
public partial class Net128Drop20;

/// <summary>128 hidden units, of which a step leaves out 40 %.</summary>
[Network, Input(784)]
[Dense(128), ReLU, Dropout(0.4)]
[Dense(10), SoftmaxCrossEntropy]
public partial class Net128Drop40;

/// <summary>256 hidden units, without dropout.</summary>
[Network, Input(784)]
[Dense(256), ReLU]
[Dense(10), SoftmaxCrossEntropy]
public partial class Net256;

/// <summary>256 hidden units, of which a step leaves out 20 %.</summary>
[Network, Input(784)]
[Dense(256), ReLU, Dropout(0.2)]
[Dense(10), SoftmaxCrossEntropy]
public partial class Net256Drop20;

/// <summary>256 hidden units, of which a step leaves out 40 %.</summary>
[Network, Input(784)]
[Dense(256), ReLU, Dropout(0.4)]
[Dense(10), SoftmaxCrossEntropy]
public partial class Net256Drop40;
