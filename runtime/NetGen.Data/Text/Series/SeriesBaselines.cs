namespace NetGen;

/// <summary>
/// Forecasts that nothing has to be learned for. What a network predicts is worth its training only if it is better (Hyndman and Athanasopoulos, "Forecasting: principles and practice", 5.2).
/// </summary>
public static class SeriesBaselines
{
    /// <summary>The last value, for every step ahead.</summary>
    /// <param name="past">The values known, in the order of time; at least one.</param>
    /// <param name="horizon">Steps ahead, at least 1.</param>
    /// <exception cref="ArgumentException">No value is known.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is below 1.</exception>
    public static float[] LastValue(ReadOnlySpan<float> past, int horizon) => SeasonalNaive(past, period: 1, horizon);

    /// <summary>The value of the same place in the season before: last week's, for a period of 7 days.</summary>
    /// <param name="past">The values known, in the order of time; at least a period of them.</param>
    /// <param name="period">Steps of a season, at least 1.</param>
    /// <param name="horizon">Steps ahead, at least 1.</param>
    /// <exception cref="ArgumentException">Fewer values than a period are known.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static float[] SeasonalNaive(ReadOnlySpan<float> past, int period, int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        if (past.Length < period)
        {
            throw new ArgumentException($"{past.Length} values are known; a season of {period} needs at least as many.", nameof(past));
        }

        float[] forecast = new float[horizon];
        for (int step = 0; step < horizon; step++)
        {
            forecast[step] = past[past.Length - period + (step % period)];
        }

        return forecast;
    }

    /// <summary>The mean absolute error of a forecast.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="actual">What came; as many values.</param>
    /// <exception cref="ArgumentException">There are no values, or not equally many.</exception>
    public static double MeanAbsoluteError(ReadOnlySpan<float> forecast, ReadOnlySpan<float> actual)
    {
        if (forecast.Length != actual.Length || actual.IsEmpty)
        {
            throw new ArgumentException($"A forecast of {forecast.Length} value(s) is compared with {actual.Length}; both have equally many, and at least one.", nameof(forecast));
        }

        double sum = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            sum += Math.Abs((double)forecast[i] - actual[i]);
        }

        return sum / actual.Length;
    }
}
