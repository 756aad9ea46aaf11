using static NetGen.Ops;

namespace NetGen.Graphs.Tests;

[Network(Precision = Tested.Precision), Input(6), MeanSquaredError]
public partial class ResidualNet
{
    [Dense(8), Tanh] Layer stem;
    [Dense(5), LayerNorm, GELU, Dense(8)] Layer body;
    [Dense(3)] Layer head;

    Tensor Forward(Tensor x)
    {
        var h = stem(x);
        return head(ReLU(h + body(h)));
    }
}

[Network(Precision = Tested.Precision), Input(5), MeanSquaredError]
public partial class DenselyConnectedNet
{
    [Dense(4), SiLU] Layer first, second, third;
    [Dense(2)] Layer head;

    Tensor Forward(Tensor x)
    {
        var a = first(x);
        var b = second(Concat(x, a));
        var c = third(Concat(x, a, b));
        return head(Concat(x, a, b, c));
    }
}

/// <summary>One encoder for both inputs; the logit is the product of what it yields.</summary>
[Network(Precision = Tested.Precision), BinaryCrossEntropy]
public partial class TwoTowerNet
{
    [Dense(7), Tanh, Dense(4)] Layer encoder;

    Tensor Forward([Input(5)] Tensor user, [Input(5)] Tensor item) => Sum(encoder(user) * encoder(item), 0, keep: true);
}

[Network(Precision = Tested.Precision), Input(6), SoftmaxCrossEntropy]
public partial class GatedNet
{
    [Dense(8)] Layer gate, value;
    [Dense(3)] Layer head;

    Tensor Forward(Tensor x) => head(Sigmoid(gate(x)) * Tanh(value(x)));
}

[Network(Precision = Tested.Precision), Input(4, 5), MeanSquaredError]
public partial class SqueezeAndExcitationNet
{
    [Dense(2), ReLU, Dense(4), Sigmoid] Layer excitation;
    [Flatten, Dense(3)] Layer head;

    Tensor Forward(Tensor x)
    {
        var squeezed = Mean(x, -1);
        return head(x * Reshape(excitation(squeezed), 4, 1));
    }
}
