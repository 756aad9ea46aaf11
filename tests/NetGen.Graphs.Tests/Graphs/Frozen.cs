using static NetGen.Ops;

namespace NetGen.Graphs.Tests;

/// <summary>A block, a layer of a stack, a raw parameter and a function's number that training leaves as they are, between parts that it changes.</summary>
[Network(Precision = Tested.Precision), Input(5), MeanSquaredError]
public partial class FrozenNet
{
    [Dense(6), Tanh, Block<Bottleneck>(6, 3, Frozen = true), Dense(6, Frozen = true), Apply(nameof(Swish), Frozen = true)] Layer body;
    [Block<Bottleneck>(6, 4, Frozen = true)] Bottleneck side;
    [Parameter(6, Value = 0.5, Frozen = true)] Tensor scale;
    [Dense(2)] Layer head;

    Tensor Forward(Tensor x)
    {
        var h = body(x);
        return head(h + (scale * side.Forward(h)));
    }

    [Elementwise] static Number Swish(Number x, [Parameter(Value = 1.3)] Number beta) => x / (1 + MathN.Exp(-beta * x));
}
