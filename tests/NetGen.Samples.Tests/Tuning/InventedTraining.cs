using System.Collections.Concurrent;
using Tuning;

namespace NetGen.Samples.Tests;

/// <summary>Losses without networks: a trial's loss depends on its number and falls with the epochs; every seventh trial fails.</summary>
internal sealed class InventedTraining : ITrialTraining, ISearchView
{
    private int _trained;

    /// <summary>After how many results the search is interrupted; null: never.</summary>
    public int? InterruptAfter { get; init; }

    /// <summary>Cancelled then.</summary>
    public CancellationTokenSource Interruption { get; } = new();

    /// <summary>What was trained, in no order.</summary>
    public ConcurrentBag<(int Rung, int Trial)> Trained { get; } = [];

    public ConcurrentBag<int> Discarded { get; } = [];

    public List<IReadOnlyList<int>> GoneOn { get; } = [];

    public static bool Fails(int trial) => trial % 7 == 3;

    public RungResult? Train(Trial trial, int rung, int epochs, Action<EpochResult> progress, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _trained) > InterruptAfter)
        {
            Interruption.Cancel();
            return null;
        }

        Trained.Add((rung, trial.Number));
        var loss = (0.1 + (trial.Seed % 1000)) / epochs;
        return Fails(trial.Number) ? new(rung, trial.Number, double.NaN, double.NaN, "diverged") : new(rung, trial.Number, loss, 1 / (1 + loss));
    }

    public void Discard(Trial trial) => Discarded.Add(trial.Number);

    public bool Watch(Func<bool> search) => search();

    public void Started(int rung, int trial)
    {
    }

    public void Measured(int trial, EpochResult epoch)
    {
    }

    public void Ended(RungResult result)
    {
    }

    public void Settled(int rung, IReadOnlyList<int> goOn) => GoneOn.Add(goOn);
}
