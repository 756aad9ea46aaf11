namespace NetGen;

/// <summary>How <see cref="Training.Fit"/> trains.</summary>
public sealed record FitOptions
{
    /// <summary>Passes over the training set; at least 1.</summary>
    public int Epochs { get; init; } = 1;

    /// <summary>Samples per step; at least 1. The last batch of an epoch has what is left.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>What turns gradients into updates; null (the default): <c>new Adam(1e-3)</c>. An optimizer belongs to one network.</summary>
    public Optimizer? Optimizer { get; init; }

    /// <summary>Where the order of the samples comes from, a new one each epoch. The same seed gives the same orders on every machine.</summary>
    public ulong Seed { get; init; }

    /// <summary>Whether samples are reordered each epoch (the default).</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Whether a last batch with fewer samples is left out of an epoch.</summary>
    public bool DropLast { get; init; }

    /// <summary>
    /// A set of the network's types on which loss and accuracy are measured after each epoch, in evaluation mode; null: none. It never changes a weight.
    /// </summary>
    public Dataset? Validation { get; init; }

    /// <summary>
    /// Told about the progress, about ten times per second and at the end of each epoch; null: nobody. Called on the training thread: be brief
    /// (<see cref="Progress{T}"/> is).
    /// </summary>
    public IProgress<FitProgress>? Progress { get; init; }

    /// <summary>Ends the training between two steps; beside the token that <see cref="Training.Fit"/> itself takes.</summary>
    public CancellationToken CancellationToken { get; init; }
}
