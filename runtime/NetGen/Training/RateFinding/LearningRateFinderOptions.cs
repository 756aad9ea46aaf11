namespace NetGen;

/// <summary>How <c>FindLearningRate</c> tries learning rates.</summary>
public sealed record LearningRateFinderOptions
{
    /// <summary>The learning rate of the first step, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    public double From { get; init => field = Setting.Positive(value, nameof(From))!.Value; } = 1e-7;

    /// <summary>The learning rate of the last step, above <see cref="From"/> and finite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    public double To { get; init => field = Setting.Positive(value, nameof(To))!.Value; } = 10;

    /// <summary>How many rates are tried, at least 2: one step each, evenly spaced by their logarithm.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 2.</exception>
    public int Steps
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(Steps), value, $"Steps is at least 2, but is {value}.");
    }

    = 100;

    /// <summary>Samples per step, at least 1; best what the training will have.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>The seed of the order of the samples.</summary>
    public ulong Seed { get; init; }

    /// <summary>Makes the optimizer that is tried, for the first rate.</summary>
    public Func<double, Optimizer> Optimizer { get; init; } = rate => new Adam(rate);

    /// <summary>The memory of the average that smooths the losses, in [0, 1); 0 smooths nothing. 0.98 is fastai's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in [0, 1).</exception>
    public double Smoothing { get; init => field = Setting.Fraction(value, nameof(Smoothing)); } = 0.98;

    /// <summary>The search ends when the smoothed loss is more than so many times the lowest; above 1, infinite for never.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 1.</exception>
    public double DivergeFactor
    {
        get;
        init => field = value > 1 ? value : throw new ArgumentOutOfRangeException(nameof(DivergeFactor), value, $"DivergeFactor is above 1, but is {value.ToString(System.Globalization.CultureInfo.InvariantCulture)}.");
    }

    = 4;

    /// <summary>Ends the search between two steps: the curve has the points until then.</summary>
    public CancellationToken CancellationToken { get; init; }
}
