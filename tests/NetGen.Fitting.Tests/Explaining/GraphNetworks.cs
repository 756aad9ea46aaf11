using static NetGen.Ops;

namespace NetGen.Fitting.Tests.Explaining;

// A value that is the same for all samples, computed from a parameter: phases that are neither rows nor sums.
[Network, Input(6), MeanSquaredError]
public partial class MixingNet
{
    [Parameter(6, 5)] private Tensor mix;
    [Dense(3)] private Layer head;

    private Tensor Forward(Tensor x) => head(Tanh(MatMul(x, Tanh(mix))));
}
