using NetGen;

namespace HousePrices;

/// <summary>What houses in a district cost; <c>Predict</c> gives one number, which the encoder turns into 100,000 dollars.</summary>
[Network, Input(19)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(1), MeanSquaredError]
public partial class HouseNet;
