using NetGen;

namespace Reinforcement;

/// <summary>The policy: how probable each action is in a state.</summary>
[Network, Input(4)]
[Dense(32), Tanh]
[Dense(2), SoftmaxCrossEntropy]
public partial class PolicyNet;

/// <summary>The baseline: the discounted sum of rewards to come from a state, as a part of what it is at most.</summary>
[Network, Input(4)]
[Dense(32), Tanh]
[Dense(32), Tanh]
[Dense(1), MeanSquaredError]
public partial class ValueNet;
