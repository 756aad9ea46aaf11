// Original: NeuraLint, sample_buggy_scripts/SO Samples/44399299.py
// Missed: four classes that exclude each other, with a sigmoid each; only the labels tell.
// Also NG1004: a stride that passes over the last rows or columns.

using NetGen;
using static NetGen.Ops;

[Network, BinaryCrossEntropy]
public partial class So44399299
{
    [Conv2D(32, 3), ReLU, MaxPool2D(2), Conv2D(32, 3), ReLU, MaxPool2D(2), Flatten] Layer first, second, third, fourth;
    [Dense(64), ReLU, Dense(4)] Layer head;

    Tensor Forward([Input(1, 100, 100)] Tensor a, [Input(1, 100, 100)] Tensor b, [Input(1, 100, 100)] Tensor c, [Input(1, 100, 100)] Tensor d) =>
        head(Concat(first(a), second(b), third(c), fourth(d)));
}
