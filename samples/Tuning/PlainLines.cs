using NetGen;

namespace Tuning;

/// <summary>A line for each trial that reaches a rung and for each rung that is complete: for files, pipes and build servers.</summary>
internal sealed class PlainLines(SearchPlan plan, IReadOnlyDictionary<int, Trial> trials, TextWriter output) : ISearchView
{
    private readonly Lock gate = new();

    public bool Watch(Func<bool> search) => search();

    public void Started(int rung, int trial)
    {
    }

    public void Measured(int trial, EpochResult epoch)
    {
    }

    public void Ended(RungResult result) => WriteLine(
        $"trial {result.Trial,2}: {trials[result.Trial]}: "
        + (result.Failure is { } reason
            ? $"failed. {reason}"
            : $"{NumberText.Count(plan.Rungs[result.Rung].Epochs, "epoch")}, loss {NumberText.Loss(result.Loss)}, accuracy {NumberText.Percent(result.Accuracy)}"));

    public void Settled(int rung, IReadOnlyList<int> goOn)
    {
        var place = $"{plan.Name}, rung {rung + 1} of {plan.Rungs.Count} ({plan.Rungs[rung]})";
        WriteLine(goOn switch
        {
            [] => $"{place}: no trial is left.",
            [var best] when rung == plan.Rungs.Count - 1 => $"{place}: trial {best} is the best.",
            _ => $"{place}: {NumberText.Count(goOn.Count, "trial")} to go on: {string.Join(", ", goOn)}.",
        });
    }

    private void WriteLine(string line)
    {
        lock (gate)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }
}
