using NetGen;

namespace Forecast;

/// <summary>Four weeks of days to the numbers of the seven days that follow.</summary>
[Network, Input(Past, DailySeries.Features)]
[LSTM(48), Dense(Horizon), Huber]
public partial class ForecastNet
{
    /// <summary>Days that it sees.</summary>
    public const int Past = 28;

    /// <summary>Days that it forecasts.</summary>
    public const int Horizon = 7;
}
