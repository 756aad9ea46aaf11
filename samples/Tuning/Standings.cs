namespace Tuning;

/// <summary>
/// Who goes on and who is ahead, as it follows from the plan and the results. There is no other record of it: a search that was
/// interrupted comes to the same decisions again.
/// </summary>
internal sealed class Standings(SearchPlan plan, IEnumerable<RungResult> results)
{
    private readonly Dictionary<(int Rung, int Trial), RungResult> results = results.ToDictionary(result => (result.Rung, result.Trial));

    /// <summary>Whether the last rung is done.</summary>
    public bool AreFinal => IsComplete(plan.Rungs.Count - 1);

    /// <summary>What a trial came to on a rung; null: nothing yet.</summary>
    public RungResult? On(int rung, int trial) => results.GetValueOrDefault((rung, trial));

    /// <summary>
    /// The trials that train on a rung, the best first: all on the first one, then the best of the one below. One beyond the last rung:
    /// the winner. Empty while the rung below is not complete, and if all have failed.
    /// </summary>
    public IReadOnlyList<int> Entering(int rung)
    {
        if (rung == 0)
        {
            return [.. plan.Trials];
        }

        var below = Entering(rung - 1);
        if (below.Any(trial => On(rung - 1, trial) is null))
        {
            return [];
        }

        var places = rung < plan.Rungs.Count ? plan.Rungs[rung].Trials : 1;
        return [.. Ordered(rung - 1, below).Where(result => result.Failure is null).Take(places).Select(result => result.Trial)];
    }

    /// <summary>Whether every trial that trains on a rung has a result.</summary>
    public bool IsComplete(int rung) => (rung == 0 || IsComplete(rung - 1)) && Entering(rung).All(trial => On(rung, trial) is not null);

    /// <summary>The trials that end with a rung that is complete: those that do not enter the next one.</summary>
    public IEnumerable<int> EndingWith(int rung) => Entering(rung).Except(Entering(rung + 1));

    /// <summary>The last result of every trial, the best first: by the rung that was reached, then by loss; failures last.</summary>
    public IReadOnlyList<RungResult> Ranking()
    {
        var last = results.Values.GroupBy(result => result.Trial).Select(trial => trial.MaxBy(result => result.Rung)!);
        return [.. last.OrderBy(result => result.Failure is not null).ThenByDescending(result => result.Rung).ThenBy(result => result.Loss).ThenBy(result => result.Trial)];
    }

    // Equal losses are no matter of chance: the lower number goes first.
    private IEnumerable<RungResult> Ordered(int rung, IEnumerable<int> trials) =>
        trials.Select(trial => On(rung, trial)!).OrderBy(result => result.Failure is not null).ThenBy(result => result.Loss).ThenBy(result => result.Trial);
}
