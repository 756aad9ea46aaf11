namespace NetGen;

/// <summary>A measured number by which epochs are compared.</summary>
internal sealed class Measure
{
    private static readonly string[] Falling = ["loss", "error", "mae", "mse", "rmse", "brier"];

    private const string Prefix = "validation_";

    private readonly string _name;
    private readonly double _minimumChange;

    /// <param name="name">As <see cref="EpochResult.Metrics"/> names it; null: the validation loss, or the training loss without validation.</param>
    /// <param name="maximize">Whether larger is better; null: as the name says.</param>
    /// <param name="minimumChange">What counts as better: more than this.</param>
    /// <param name="validated">Whether there is a validation set.</param>
    /// <exception cref="ArgumentException">No number has this name, or it is measured on a validation set, and there is none.</exception>
    public Measure(string? name, bool? maximize, double minimumChange, bool validated)
    {
        _name = name ?? (validated ? "validation_loss" : "loss");
        if (!validated && _name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{_name}' is to be watched, but FitOptions.Validation is null: give a validation set, or watch 'loss'.", nameof(name));
        }

        if (_name != "loss" && !(_name.StartsWith(Prefix, StringComparison.Ordinal) && Evaluation.IsName(_name[Prefix.Length..])))
        {
            throw new ArgumentException(
                $"'{_name}' is to be watched, but there is no such number. There are 'loss' and, each with '{Prefix}' before it, {string.Join(", ", Evaluation.Names)}.", nameof(name));
        }

        Maximize = maximize ?? !IsFalling(_name);
        _minimumChange = minimumChange;
    }

    /// <summary>Whether less is better, by the name.</summary>
    public static bool IsFalling(string name) => Array.Exists(Falling, word => name.Contains(word, StringComparison.Ordinal));

    /// <summary>Whether larger is better.</summary>
    public bool Maximize { get; }

    /// <summary>The number of an epoch; NaN where it could not be measured, as an area under a curve where a prediction is NaN.</summary>
    /// <exception cref="ArgumentException">It is not measured on this network (said after the first epoch); the message lists what is.</exception>
    public double Of(EpochResult epoch)
    {
        if (epoch.Metrics.TryGetValue(_name, out double value) || epoch.Validation?.TryGet(_name[Prefix.Length..], out value) == true)
        {
            return value;
        }

        return epoch.Epoch > 1
            ? double.NaN
            : throw new ArgumentException($"'{_name}' is to be watched, but is not measured here. Measured are: {string.Join(", ", epoch.Metrics.Keys)}.");
    }

    /// <summary>Whether a number is better than the best so far; NaN never is.</summary>
    public bool IsBetter(double value, double? best) =>
        !double.IsNaN(value) && (best is not double other || double.IsNaN(other) || (Maximize ? value > other + _minimumChange : value < other - _minimumChange));

    public override string ToString() => FormattableString.Invariant($"{_name}, {(Maximize ? "largest" : "smallest")}, by more than {_minimumChange:R}");
}
