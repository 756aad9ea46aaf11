using static NetGen.Hole;

namespace NetGen.Sequences.Tests.Windows;

[Network(Precision = Precision.Double), Input(3, 2)]
[LSTM(3, Stateful = true, ReturnSequences = true), Dense(1), MeanSquaredError]
public partial class LstmWindowNet;

[Network(Precision = Precision.Double), Input(3, 2)]
[GRU(3, Layers = 2, Stateful = true, ReturnSequences = true), Dense(1), MeanSquaredError]
public partial class GruWindowNet;

[Network(Precision = Precision.Double), Input(3, 2)]
[RNN(3, Stateful = true, ReturnSequences = true), Dense(1), MeanSquaredError]
public partial class RnnWindowNet;

/// <summary>Tokens, labels, padding and a cell of the user's own.</summary>
[Network, TokenInput(4, 6)]
[Masking, Embedding(5), LSTM(4, Stateful = true, ReturnSequences = true), Recurrent<WindowCell>(3, Stateful = true, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class TokenWindowNet;

/// <summary>The same on two windows at once.</summary>
[Network, TokenInput(8, 6)]
[Masking, Embedding(5), LSTM(4, ReturnSequences = true), Recurrent<WindowCell>(3, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class TokenWholeNet;

[Cell]
public partial class WindowCell
{
    [Dense(A), Tanh] Layer read;

    (Tensor y, Tensor h) Step(Tensor x, [State(A)] Tensor h) => (read(x) + h, 0.5 * h + read(x));
}
