namespace NetGen;

/// <summary>How the loss behaves as the learning rate grows; made by <c>FindLearningRate</c>.</summary>
public sealed class LearningRateCurve
{
    // As in fastai: the losses of the first tenth are not settled yet, the last few are those of the divergence.
    private const int LastLeftOut = 5;
    private const int FirstPartLeftOut = 10;

    private readonly int _planned;

    internal LearningRateCurve(IReadOnlyList<double> rates, IReadOnlyList<double> losses, int planned)
    {
        Rates = rates;
        Losses = losses;
        _planned = planned;
    }

    /// <summary>The learning rates that were tried, ascending; fewer than planned when the loss diverged.</summary>
    public IReadOnlyList<double> Rates { get; }

    /// <summary>The smoothed training loss at each rate, before its step.</summary>
    public IReadOnlyList<double> Losses { get; }

    /// <summary>
    /// The rate at which the loss falls most steeply over the logarithm of the rate, without the first tenth and the last five points: fastai's <c>steep</c>. Null
    /// when there are fewer than two points left, or when the loss falls nowhere.
    /// </summary>
    public double? Suggestion
    {
        get
        {
            (double steepest, double? rate) = (0, null);
            for (int i = _planned / FirstPartLeftOut; i + 1 < Rates.Count - LastLeftOut; i++)
            {
                double slope = (Losses[i + 1] - Losses[i]) / (Math.Log(Rates[i + 1]) - Math.Log(Rates[i]));
                if (slope < steepest)
                {
                    (steepest, rate) = (slope, Rates[i]);
                }
            }

            return rate;
        }
    }

    /// <summary>
    /// A tenth of the rate with the lowest loss, of the same points as <see cref="Suggestion"/>: fastai's <c>minimum</c>. Null when no point is left.
    /// </summary>
    public double? BelowMinimum
    {
        get
        {
            (double lowest, double? rate) = (double.PositiveInfinity, null);
            for (int i = _planned / FirstPartLeftOut; i < Rates.Count - LastLeftOut; i++)
            {
                if (Losses[i] < lowest)
                {
                    (lowest, rate) = (Losses[i], Rates[i] / 10);
                }
            }

            return rate;
        }
    }

    /// <summary>For example <c>76 learning rates from 1E-07 to 0.1; suggestion 0.0021</c>.</summary>
    public override string ToString() => Rates.Count == 0
        ? "no learning rate could be tried: the loss is not finite from the start"
        : FormattableString.Invariant($"{Rates.Count} learning rates from {Rates[0]:G3} to {Rates[^1]:G3}; suggestion {(Suggestion is { } rate ? rate.ToString("G3", System.Globalization.CultureInfo.InvariantCulture) : "none")}");
}
