namespace NetGen.Tables;

/// <summary>A digit of 8 × 8 pixels.</summary>
[Network, Input(64)]
[Dense(128), ReLU, Dropout(0.3)]
[Dense(64), ReLU, Dropout(0.2)]
[Dense(10), SoftmaxCrossEntropy]
public partial class SmallDigitNet;

/// <summary>Whether a tumour is malignant (0) or benign (1), from 30 measurements of cell nuclei.</summary>
[Network, Input(30)]
[Dense(16), ReLU, Dropout(0.2)]
[Dense(2), SoftmaxCrossEntropy]
public partial class TumourNet;

/// <summary>From which of three cultivars a wine is, by 13 chemical measurements.</summary>
[Network, Input(13)]
[Dense(16), ReLU, Dropout(0.2)]
[Dense(3), SoftmaxCrossEntropy]
public partial class WineNet;
