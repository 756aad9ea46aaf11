using NetGen;

namespace Churn;

/// <summary>How probable it is that a customer leaves; <c>Predict</c> gives one number from 0 to 1.</summary>
/// <remarks>
/// Only one customer of four leaves. Weighted like this, those who leave count as much in training as those who stay
/// (<see cref="ChurnTraining"/> takes the weight out of the answers afterwards).
/// </remarks>
[Network, Input(45)]
[Dense(32), ReLU, Dropout(0.3)]
[Dense(16), ReLU]
[Dense(1), BinaryCrossEntropy(PositiveWeights = new[] { ChurnTraining.PositiveWeight })]
public partial class ChurnNet;
