namespace NetGen.Images.Tests.Networks;

// Outputs of more than one panel, at numbers of columns for which tiles differ.

[Network, Input(3, 8, 8)]
[Conv2D(64, 3, Padding = 1), ReLU]
[Conv2D(101, 3, Padding = 1, Stride = 2), ReLU]
[Conv2D(70, 1), GlobalAveragePool2D]
public partial class WideColumnsNet;

[Network, Input(2, 4, 7)]
[Conv2D(64, 3, Padding = 1), Tanh]
[ConvTranspose2D(66, 2, Stride = 2), GlobalAveragePool2D]
public partial class WideSpreadNet;
