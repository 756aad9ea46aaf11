using NetGen;

namespace Tuning;

/// <summary>Shows how a search goes. Called from several threads.</summary>
internal interface ISearchView
{
    /// <summary>Shows a search while it runs.</summary>
    /// <param name="search">Runs it.</param>
    /// <returns>What <paramref name="search"/> returned.</returns>
    public bool Watch(Func<bool> search);

    /// <summary>A trial begins to train on a rung, or goes on with it.</summary>
    public void Started(int rung, int trial);

    /// <summary>A trial has completed an epoch.</summary>
    public void Measured(int trial, EpochResult epoch);

    /// <summary>A trial has reached a rung, or failed.</summary>
    public void Ended(RungResult result);

    /// <summary>A rung is complete; after the last one the winner goes on.</summary>
    public void Settled(int rung, IReadOnlyList<int> goOn);
}
