namespace NetGen;

/// <summary>What a training came to.</summary>
/// <param name="Epochs">The epochs that were completed, in order, those before a resumption included.</param>
/// <param name="Cancelled">Whether it ended before the last epoch because a token asked for it. The steps taken until then stay in the network.</param>
/// <param name="Steps">How many steps were taken, those before a resumption included.</param>
/// <param name="Elapsed">The time that the training took, without what came before a resumption and without the checks of <see cref="FitOptions.Diagnose"/>.</param>
public sealed record FitResult(IReadOnlyList<EpochResult> Epochs, bool Cancelled, long Steps, TimeSpan Elapsed)
{
    /// <summary>The last completed epoch; null if none was.</summary>
    public EpochResult? Last => Epochs.Count > 0 ? Epochs[^1] : null;

    /// <summary>The best epoch by early stopping's measure or, without it, by the validation loss (the training loss without validation); null if none was completed.</summary>
    public EpochResult? Best { get; init; }

    /// <summary>Whether it ended because a number no longer improved, or because a callback asked for it.</summary>
    public bool StoppedEarly { get; init; }

    /// <summary>The checkpoint that it went on from; null if it started anew.</summary>
    public string? ResumedFrom { get; init; }

    /// <summary>What the checks of <see cref="FitOptions.Diagnose"/> found; null without them.</summary>
    public Diagnosis? Diagnosis { get; init; }
}
