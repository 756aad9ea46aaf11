namespace NetGen;

/// <summary>What a training came to.</summary>
/// <param name="Epochs">The epochs that were completed, in order.</param>
/// <param name="Cancelled">Whether it ended before the last epoch because a token asked for it. The steps taken until then stay in the network.</param>
/// <param name="Steps">How many steps (updates of the weights) were taken.</param>
/// <param name="Elapsed">The time that it took.</param>
public sealed record FitResult(IReadOnlyList<EpochResult> Epochs, bool Cancelled, long Steps, TimeSpan Elapsed)
{
    /// <summary>The last completed epoch; null if none was.</summary>
    public EpochResult? Last => Epochs.Count > 0 ? Epochs[^1] : null;
}
