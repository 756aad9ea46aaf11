namespace NetGen;

/// <summary>The best epoch by one number, found while epochs come.</summary>
/// <param name="monitor">The name of the number; null: the validation loss or, without validation, the training loss.</param>
/// <param name="maximize">Whether larger is better; null: as the name says.</param>
internal sealed class BestSoFar(string? monitor, bool? maximize = null)
{
    private double? best;

    /// <summary>The best epoch; null where none had the number.</summary>
    public EpochResult? Epoch { get; private set; }

    public static EpochResult? Of(IEnumerable<EpochResult> epochs)
    {
        var best = new BestSoFar(monitor: null);
        foreach (var epoch in epochs)
        {
            best.Add(epoch);
        }

        return best.Epoch;
    }

    /// <summary>Returns whether the epoch is better than all before it. What is not finite is never the best.</summary>
    public bool Add(EpochResult epoch)
    {
        var name = monitor ?? (epoch.ValidationLoss is null ? MetricText.Loss : MetricText.ValidationLoss);
        if (MetricText.Of(epoch, name) is not { } value || !double.IsFinite(value) || !new Measure(name, maximize, 0, validated: true).IsBetter(value, best))
        {
            return false;
        }

        best = value;
        Epoch = epoch;
        return true;
    }
}
