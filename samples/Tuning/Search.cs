using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Tuning;

/// <summary>Climbs the rungs of a plan: trains what has no result yet, lets the best go on, forgets the others.</summary>
internal sealed class Search(SearchPlan plan, IReadOnlyDictionary<int, Trial> trials, SearchRecord record, ITrialTraining training, ISearchView view)
{
    /// <summary>Runs the search, from where its record ends.</summary>
    /// <param name="parallel">How many trials train at once; changes nothing about the result.</param>
    /// <param name="cancellation">Ends the trainings after their step; what they have learned is kept for the next run.</param>
    /// <returns>False if it was cancelled.</returns>
    /// <exception cref="IOException">The record or a checkpoint cannot be written or read.</exception>
    public bool Run(int parallel, CancellationToken cancellation)
    {
        for (var rung = 0; rung < plan.Rungs.Count; rung++)
        {
            var standings = record.Standings;
            var pending = standings.Entering(rung).Where(trial => standings.On(rung, trial) is null).Select(trial => trials[trial]).ToList();
            Train(pending, rung, Math.Min(parallel, pending.Count), cancellation);
            if (!record.Standings.IsComplete(rung))
            {
                return false;
            }

            Settle(rung);
        }

        return true;
    }

    private void Train(List<Trial> pending, int rung, int atOnce, CancellationToken cancellation)
    {
        if (pending.Count == 0)
        {
            return;
        }

        using var share = new ThreadShare(atOnce);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            // Without a buffer: a thread takes the next trial when it is done with one, for they take unequal times.
            Parallel.ForEach(
                Partitioner.Create(pending, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = atOnce },
                trial => Train(trial, rung, stop));
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }
    }

    private void Train(Trial trial, int rung, CancellationTokenSource stop)
    {
        if (stop.IsCancellationRequested)
        {
            return;
        }

        try
        {
            view.Started(rung, trial.Number);
            if (training.Train(trial, rung, plan.Rungs[rung].Epochs, epoch => view.Measured(trial.Number, epoch), stop.Token) is { } result)
            {
                record.Add(result);
                view.Ended(result);
            }
        }
        catch
        {
            // A full disk, say. The others stop where they are.
            stop.Cancel();
            throw;
        }
    }

    // Also after a rung that an earlier run completed: it may have been killed before everything was deleted.
    private void Settle(int rung)
    {
        var standings = record.Standings;
        foreach (var trial in standings.EndingWith(rung))
        {
            training.Discard(trials[trial]);
        }

        view.Settled(rung, standings.Entering(rung + 1));
    }
}
