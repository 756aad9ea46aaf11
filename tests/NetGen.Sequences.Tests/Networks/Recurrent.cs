namespace NetGen.Sequences.Tests.Networks;

[Network, TokenInput(5, 6)]
[Embedding(4), RNN(3, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class RnnNet;

[Network, TokenInput(7, 6)]
[Embedding(5), RNN(6, ReLU = true, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class RnnReluNet;

[Network, TokenInput(9, 6)]
[Embedding(3), RNN(17), Dense(3), SoftmaxCrossEntropy]
public partial class RnnLastNet;

[Network, TokenInput(4, 6)]
[Embedding(3), RNN(5, Bias = false, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class RnnNoBiasNet;

[Network, TokenInput(6, 6)]
[Embedding(5), RNN(4, Bidirectional = true, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class RnnBidirectionalNet;

[Network, TokenInput(5, 6)]
[Embedding(4), LSTM(3, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class LstmNet;

[Network, TokenInput(7, 6)]
[Embedding(5), LSTM(17), Dense(3), SoftmaxCrossEntropy]
public partial class LstmLastNet;

[Network, TokenInput(13, 6)]
[Embedding(6), LSTM(32, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class Lstm32Net;

[Network, TokenInput(4, 6)]
[Embedding(33), LSTM(64), Dense(3), SoftmaxCrossEntropy]
public partial class Lstm64LastNet;

[Network, TokenInput(1, 6)]
[Embedding(4), LSTM(5, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class LstmSingleStepNet;

[Network, TokenInput(3, 6)]
[Embedding(4), LSTM(7, Bias = false, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class LstmNoBiasNet;

[Network, TokenInput(5, 6)]
[Embedding(4), LSTM(3, Bidirectional = true, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class LstmBidirectionalNet;

[Network, TokenInput(6, 6)]
[Embedding(4), LSTM(33, Bidirectional = true), Dense(3), SoftmaxCrossEntropy]
public partial class LstmBidirectionalLastNet;

[Network, TokenInput(6, 6)]
[Embedding(5), LSTM(4, Layers = 2, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class LstmTwoLayersNet;

[Network, TokenInput(5, 6)]
[Embedding(3), LSTM(6, Layers = 3, Bidirectional = true), Dense(3), SoftmaxCrossEntropy]
public partial class LstmDeepNet;

[Network, TokenInput(5, 6)]
[Embedding(4), GRU(3, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class GruNet;

[Network, TokenInput(7, 6)]
[Embedding(5), GRU(17), Dense(3), SoftmaxCrossEntropy]
public partial class GruLastNet;

[Network, TokenInput(11, 6)]
[Embedding(6), GRU(32, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class Gru32Net;

[Network, TokenInput(3, 6)]
[Embedding(4), GRU(7, Bias = false, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class GruNoBiasNet;

[Network, TokenInput(6, 6)]
[Embedding(4), GRU(5, Bidirectional = true), Dense(3), SoftmaxCrossEntropy]
public partial class GruBidirectionalLastNet;

[Network, TokenInput(6, 6)]
[Embedding(5), GRU(4, Layers = 2, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class GruTwoLayersNet;
