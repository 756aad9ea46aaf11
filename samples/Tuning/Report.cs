namespace Tuning;

/// <summary>The tables at the end. Plain text: they are the same on a terminal and in a file.</summary>
internal static class Report
{
    /// <summary>All trials of a search, the best first, and why some have failed.</summary>
    public static void Ranking(Outcome outcome, TextWriter output)
    {
        output.WriteLine($"Ranking of {outcome.Plan.Name}, by the loss on the images held back:");
        output.WriteLine("  rank  trial  width  dropout       rate  batch      decay  epochs    loss  accuracy");
        for (var rank = 0; rank < outcome.Ranking.Count; rank++)
        {
            output.WriteLine($"  {rank + 1,4}  {Row(outcome, outcome.Ranking[rank])}");
        }

        foreach (var failed in outcome.Ranking.Where(result => result.Failure is not null).OrderBy(result => result.Trial))
        {
            output.WriteLine($"  Trial {failed.Trial} failed: {failed.Failure}");
        }

        output.WriteLine();
    }

    /// <summary>What each method found for its epochs.</summary>
    public static void Comparison(IReadOnlyList<Outcome> outcomes, TextWriter output)
    {
        output.WriteLine("What each method found for its epochs:");
        output.WriteLine("  method   trials  epochs in all    loss  accuracy");
        foreach (var (plan, best) in outcomes.Select(outcome => (outcome.Plan, outcome.Best)))
        {
            var found = best is null ? "all trials failed" : $"{NumberText.Loss(best.Loss),6}  {NumberText.Percent(best.Accuracy),8}";
            output.WriteLine($"  {plan.Name,-8} {plan.Rungs[0].Trials,6}  {plan.Budget,13}  {found}");
        }

        output.WriteLine();
    }

    private static string Row(Outcome outcome, RungResult result)
    {
        var trial = outcome.Trials[result.Trial];
        var settings = $"{trial.Number,5}  {trial.Architecture.Width,5}  {NumberText.Setting(trial.Architecture.Dropout),7}  {NumberText.Setting(trial.LearningRate),9}"
            + $"  {trial.BatchSize,5}  {NumberText.Setting(trial.WeightDecay),9}";
        return result.Failure is null
            ? $"{settings}  {outcome.EpochsOf(result),6}  {NumberText.Loss(result.Loss)}  {NumberText.Percent(result.Accuracy),8}"
            : $"{settings}  failed";
    }
}
