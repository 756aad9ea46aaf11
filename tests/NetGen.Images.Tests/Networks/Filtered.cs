namespace NetGen.Images.Tests.Networks;

// Convolutions that processors compute by minimal filtering, each tile of 2x2 results at once: at odd and even extents, with and without borders, with one panel of outputs and more.

[Network, Input(16, 6, 8)]
[Conv2D(16, 3, Padding = 1), MeanSquaredError]
public partial class FilteredPadding1Net;

[Network, Input(16, 7, 9)]
[Conv2D(16, 3, Same = true, Bias = false), MeanSquaredError]
public partial class FilteredSameNet;

[Network, Input(16, 5, 7)]
[Conv2D(16, 3, Padding = 2), MeanSquaredError]
public partial class FilteredPadding2Net;

[Network, Input(16, 8, 8)]
[ConvTranspose2D(16, 3, Padding = 1), MeanSquaredError]
public partial class FilteredTransposedNet;

[Network, Input(16, 14, 15)]
[Conv2D(16, 3, Bias = false)]
public partial class FilteredUnpaddedNet;

[Network, Input(20, 5, 5)]
[Conv2D(40, 3, Padding = 1, Bias = false)]
public partial class FilteredTwoPanelsNet;

[Network, Input(24, 8, 10)]
[Conv2D(70, 3, Padding = 1, Bias = false)]
public partial class FilteredThreePanelsNet;

[Network, Input(16, 2, 45)]
[Conv2D(18, 3, Padding = 1, Bias = false)]
public partial class FilteredWideNet;

[Network, Input(16, 18, 2)]
[Conv2D(16, 3, Padding = 1, Bias = false)]
public partial class FilteredHighNet;

[Network, Input(3, 12, 12)]
[Conv2D(16, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(32, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[Conv2D(32, 3, Padding = 1), SiLU, GlobalAveragePool2D, Dense(4)]
public partial class FilteredStackNet;
