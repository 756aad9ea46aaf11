namespace Tuning;

/// <summary>What a search came to.</summary>
/// <param name="Plan">Which trials were trained how far.</param>
/// <param name="Trials">They, by number.</param>
/// <param name="Ranking">The last result of each, the best first.</param>
/// <param name="Training">Has the network of the best trial.</param>
internal sealed record Outcome(SearchPlan Plan, IReadOnlyDictionary<int, Trial> Trials, IReadOnlyList<RungResult> Ranking, TrialTraining Training)
{
    /// <summary>The result of the best trial; null if all have failed.</summary>
    public RungResult? Best => Ranking[0].Failure is null ? Ranking[0] : null;

    /// <summary>The epochs that a result has behind it.</summary>
    public int EpochsOf(RungResult result) => Plan.Rungs[result.Rung].Epochs;
}
