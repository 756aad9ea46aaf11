using Spectre.Console;

namespace Tuning;

/// <summary>The program: read data, search, compare, test the best network, save it.</summary>
internal static class Run
{
    // What a shell reports for a program ended by Ctrl+C.
    private const int Cancelled = 130;

    /// <summary>Runs it all.</summary>
    /// <returns>The exit code.</returns>
    public static int Execute(Options options, CancellationToken cancellation)
    {
        RequireFolderOf(options.Save);
        var data = DigitData.Load(options.Data, options.Seed);
        var halving = SearchPlan.Halving(options.Trials, options.Epochs);
        SearchPlan[] plans = options.Method switch
        {
            Method.Halving => [halving],
            Method.Random => [SearchPlan.RandomLike(halving)],
            _ => [halving, SearchPlan.RandomLike(halving)],
        };

        // All of them stay open to the end: what is saved then lies in the folder of one.
        var records = new List<SearchRecord>();
        try
        {
            foreach (var plan in plans)
            {
                records.Add(new(Path.Combine(options.Folder, plan.Name), plan, SearchIdentity.Of(plan, new SearchSpace(), options.Seed, data)));
            }

            var outcomes = new List<Outcome>();
            foreach (var (plan, record) in plans.Zip(records))
            {
                if (Search(plan, record, options, data, cancellation) is not { } outcome)
                {
                    Console.WriteLine();
                    Console.WriteLine($"Stopped. The same command goes on from here; the search is kept in '{options.Folder}'.");
                    return Cancelled;
                }

                outcomes.Add(outcome);
            }

            return Finish(outcomes, options.Save, data);
        }
        finally
        {
            records.ForEach(record => record.Dispose());
        }
    }

    /// <summary>Returns null if the search was cancelled.</summary>
    private static Outcome? Search(SearchPlan plan, SearchRecord record, Options options, DigitData data, CancellationToken cancellation)
    {
        var space = new SearchSpace();
        var trials = plan.Trials.ToDictionary(number => number, number => space.Draw(options.Seed, number));
        var training = new TrialTraining(record.Folder, data.Learn, data.Held);
        if (record.Results is { Count: > 0 } known)
        {
            Console.WriteLine($"Going on with the search in '{record.Folder}': {NumberText.Count(known.Count, "result")} known.");
        }

        var view = SearchView.On(AnsiConsole.Console, plan, trials, record.Results);
        var search = new Search(plan, trials, record, training, view);
        return view.Watch(() => search.Run(options.Parallel ?? Environment.ProcessorCount, cancellation))
            ? new(plan, trials, record.Standings.Ranking(), training)
            : null;
    }

    private static int Finish(List<Outcome> outcomes, string path, DigitData data)
    {
        Console.WriteLine();
        outcomes.ForEach(outcome => Report.Ranking(outcome, Console.Out));
        Report.Comparison(outcomes, Console.Out);
        if (outcomes.Where(outcome => outcome.Best is not null).MinBy(outcome => outcome.Best!.Loss) is not { } winner)
        {
            Console.Error.WriteLine("tuning: every trial failed; the reasons stand above. Lower rates in SearchSpace.cs may help. Nothing was saved.");
            return 1;
        }

        BestNetwork.TestAndSave(winner, data, path);
        return 0;
    }

    // Before the search, not after it.
    private static void RequireFolderOf(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' cannot be saved: it is a folder.");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"'{path}' cannot be saved: there is no folder '{folder}'.");
        }
    }
}
