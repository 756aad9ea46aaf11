using NetGen;

namespace Tuning;

/// <summary>How trials are trained.</summary>
internal interface ITrialTraining
{
    /// <summary>Trains a trial up to a rung, from where it was left; called from several threads, for a trial by one at a time.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="rung">The number of the rung.</param>
    /// <param name="epochs">The epochs that it has behind it then.</param>
    /// <param name="progress">Told about each epoch.</param>
    /// <param name="cancellation">Ends the training; what was learned is kept.</param>
    /// <returns>What it came to, also if it failed; null if it was cancelled.</returns>
    public RungResult? Train(Trial trial, int rung, int epochs, Action<EpochResult> progress, CancellationToken cancellation);

    /// <summary>Deletes what is kept of a trial, if anything is.</summary>
    public void Discard(Trial trial);
}
