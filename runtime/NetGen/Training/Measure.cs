namespace NetGen;

/// <summary>A measured number by which epochs are compared.</summary>
internal sealed class Measure
{
    private static readonly string[] Falling = ["loss", "error", "mae", "mse", "rmse", "brier"];

    private readonly string _name;
    private readonly double _minimumChange;

    /// <param name="name">As <see cref="EpochResult.Metrics"/> names it; null: the validation loss, or the training loss without validation.</param>
    /// <param name="maximize">Whether larger is better; null: as the name says.</param>
    /// <param name="minimumChange">What counts as better: more than this.</param>
    /// <param name="validated">Whether there is a validation set.</param>
    /// <exception cref="ArgumentException">The number is measured on a validation set, and there is none.</exception>
    public Measure(string? name, bool? maximize, double minimumChange, bool validated)
    {
        _name = name ?? (validated ? "validation_loss" : "loss");
        if (!validated && _name.StartsWith("validation_", StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{_name}' is to be watched, but FitOptions.Validation is null: give a validation set, or watch 'loss'.", nameof(name));
        }

        Maximize = maximize ?? !Falling.Any(word => _name.Contains(word, StringComparison.Ordinal));
        _minimumChange = minimumChange;
    }

    /// <summary>Whether larger is better.</summary>
    public bool Maximize { get; }

    /// <summary>The number of an epoch.</summary>
    /// <exception cref="ArgumentException">It is not measured; the message lists what is.</exception>
    public double Of(EpochResult epoch) => epoch.Metrics.TryGetValue(_name, out double value)
        ? value
        : throw new ArgumentException($"'{_name}' is to be watched, but is not measured here. Measured are: {string.Join(", ", epoch.Metrics.Keys)}.");

    /// <summary>Whether a number is better than the best so far; NaN never is.</summary>
    public bool IsBetter(double value, double? best) =>
        !double.IsNaN(value) && (best is not double other || double.IsNaN(other) || (Maximize ? value > other + _minimumChange : value < other - _minimumChange));

    public override string ToString() => FormattableString.Invariant($"{_name}, {(Maximize ? "largest" : "smallest")}, by more than {_minimumChange:R}");
}
