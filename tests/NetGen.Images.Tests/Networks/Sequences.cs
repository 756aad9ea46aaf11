namespace NetGen.Images.Tests.Networks;

// The same over sequences, in small.

[Network, Input(3, 9)]
[Conv1D(4, 3), MeanSquaredError]
public partial class Sequence3Net;

[Network, Input(3, 8)]
[Conv1D(17, 3, Stride = 2, Padding = 1), MeanSquaredError]
public partial class SequenceStride2Padding1Net;

[Network, Input(2, 9)]
[Conv1D(3, 2, Same = true, Dilation = 2), MeanSquaredError]
public partial class SequenceSameDilatedNet;

[Network, Input(4, 7)]
[Conv1D(6, 3, Groups = 2, Bias = false), MeanSquaredError]
public partial class SequenceGroups2Net;

[Network, Input(3, 7)]
[Conv1D(3, 5, Padding = 2, Groups = 3), MeanSquaredError]
public partial class SequenceDepthwiseNet;
