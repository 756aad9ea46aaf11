using NetGen;
using static NetGen.Ops;

// Mnih et al. 2015.
[Network, Input(4, 84, 84)]
[Conv2D(32, 8, Stride = 4), ReLU]
[Conv2D(64, 4, Stride = 2), ReLU]
[Conv2D(64, 3), ReLU]
[Flatten, Dense(512), ReLU]
[Dense(6), Huber]
public partial class DeepQ;

// Wang et al. 2016.
[Network, Input(8), Huber]
public partial class Dueling
{
    [Dense(64), ReLU] Layer trunk;
    [Dense(1)] Layer value;
    [Dense(4)] Layer advantage;

    Tensor Forward(Tensor state)
    {
        var h = trunk(state);
        var a = advantage(h);
        return value(h) + a - Mean(a, 0, keep: true);
    }
}

[Network, Input(4)]
[Dense(64), Tanh]
[Dense(64), Tanh]
[Dense(2), SoftmaxCrossEntropy]
public partial class Policy;

// Mnih et al. 2016.
[Network, Input(4)]
[SoftmaxCrossEntropy(Output = 0)]
[MeanSquaredError(Output = 1, Weight = 0.5)]
public partial class ActorCritic
{
    [Dense(64), Tanh] Layer trunk;
    [Dense(2)] Layer actor;
    [Dense(1)] Layer critic;

    (Tensor Action, Tensor Value) Forward(Tensor state)
    {
        var h = trunk(state);
        return (actor(h), critic(h));
    }
}
