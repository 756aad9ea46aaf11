namespace NetGen;

/// <summary>
/// Takes part in a training: logs it, changes settings, ends it. Override what you need; everything is called on the training thread, in the order of
/// <see cref="FitOptions.Callbacks"/>. An exception ends the training and reaches the caller of <c>Fit</c>.
/// </summary>
public abstract class TrainingCallback
{
    /// <summary>The training is about to take its first step (of this run; a resumed training has steps behind it).</summary>
    /// <param name="training">Where the training stands.</param>
    public virtual void OnBegin(TrainingContext training)
    {
    }

    /// <summary>An epoch begins.</summary>
    /// <param name="training">Where the training stands; <see cref="TrainingContext.Batch"/> is 0.</param>
    public virtual void OnEpochBegin(TrainingContext training)
    {
    }

    /// <summary>A batch was learned. Be brief, and allocate nothing: this runs between two steps.</summary>
    /// <param name="training">Where the training stands.</param>
    public virtual void OnStep(TrainingContext training)
    {
    }

    /// <summary>An epoch is complete, its validation included.</summary>
    /// <param name="training">Where the training stands.</param>
    /// <param name="result">What the epoch came to.</param>
    public virtual void OnEpochEnd(TrainingContext training, EpochResult result)
    {
    }

    /// <summary>The training has ended, for whatever reason but an exception.</summary>
    /// <param name="training">Where the training stands.</param>
    /// <param name="result">What the training came to.</param>
    public virtual void OnEnd(TrainingContext training, FitResult result)
    {
    }

    /// <summary>What a checkpoint must keep so that a resumed training goes on as if it had never stopped; null (the default): nothing.</summary>
    /// <returns>A text for <see cref="RestoreState"/>.</returns>
    public virtual string? SaveState() => null;

    /// <summary>Takes back what <see cref="SaveState"/> returned; called before <see cref="OnBegin"/> of a resumed training.</summary>
    /// <param name="state">The text.</param>
    public virtual void RestoreState(string state)
    {
    }
}
