namespace HousePrices;

/// <summary>How far predicted prices are from the true ones, in units of 100,000 dollars.</summary>
internal sealed class PriceErrors
{
    private readonly double[] prices;

    /// <summary>Compares predictions with prices, district by district.</summary>
    public PriceErrors(ReadOnlySpan<float> predictions, double[] prices)
    {
        this.prices = prices;
        Errors = new double[prices.Length];
        for (var i = 0; i < prices.Length; i++)
        {
            Errors[i] = predictions[i] - prices[i];
        }
    }

    /// <summary>Prediction minus price of each district: above 0 where the network says too much.</summary>
    public double[] Errors { get; }

    /// <summary>The root of the mean squared error.</summary>
    public double RootMeanSquare => Math.Sqrt(Errors.Average(error => error * error));

    /// <summary>The mean of the errors' sizes.</summary>
    public double MeanAbsolute => Errors.Average(Math.Abs);

    /// <summary>Which part of the prices' variance is explained: 1 for exact predictions, 0 for those no better than the mean price.</summary>
    public double R2
    {
        get
        {
            var mean = prices.Average();
            return 1 - (Errors.Sum(error => error * error) / prices.Sum(price => (price - mean) * (price - mean)));
        }
    }

    /// <summary>The size that a given part of the errors does not exceed.</summary>
    /// <param name="part">The part, from 0 to 1.</param>
    public double Within(double part)
    {
        double[] sizes = [.. Errors.Select(Math.Abs).Order()];
        return sizes[Math.Clamp((int)Math.Ceiling(part * sizes.Length) - 1, 0, sizes.Length - 1)];
    }
}
