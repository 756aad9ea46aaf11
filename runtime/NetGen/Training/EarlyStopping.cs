namespace NetGen;

/// <summary>Ends a training when a measured number has not improved for some epochs. Prechelt 1998; Keras' <c>EarlyStopping</c>.</summary>
public sealed record EarlyStopping
{
    /// <summary>Waits for improvement.</summary>
    /// <param name="patience">Epochs without improvement after which the training ends, at least 1.</param>
    /// <param name="monitor">
    /// The number to watch, as <see cref="EpochResult.Metrics"/> names it, such as <c>validation_accuracy</c>; null: the validation loss, or the training
    /// loss where nothing is validated.
    /// </param>
    /// <param name="minimumChange">What counts as improvement: more than this, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public EarlyStopping(int patience, string? monitor = null, double minimumChange = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patience, 1);
        Patience = patience;
        Monitor = monitor;
        MinimumChange = Setting.NotNegative(minimumChange, nameof(minimumChange));
    }

    /// <summary>Epochs without improvement after which the training ends.</summary>
    public int Patience { get; }

    /// <summary>The number that is watched; null: the validation loss or, without validation, the training loss.</summary>
    public string? Monitor { get; }

    /// <summary>What counts as improvement.</summary>
    public double MinimumChange { get; }

    /// <summary>
    /// Whether larger is better; null (the default): as the name says. Losses, errors (mae, rmse, calibration_error, hamming_loss) fall, everything else rises.
    /// </summary>
    public bool? Maximize { get; init; }

    /// <summary>Whether the network ends with the weights of its best epoch (the default) rather than of its last.</summary>
    public bool RestoreBest { get; init; } = true;
}
