namespace NetGen;

/// <summary>How <c>Fit</c> trains.</summary>
public sealed record FitOptions
{
    /// <summary>Passes over the training set; at least 1.</summary>
    public int Epochs { get; init; } = 1;

    /// <summary>Samples per step; at least 1. The last batch of an epoch has what is left.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>What turns gradients into updates; null (the default): <c>new Adam(1e-3)</c>. An optimizer belongs to one network.</summary>
    public Optimizer? Optimizer { get; init; }

    /// <summary>
    /// How the learning rate changes over the training, relative to the one that the optimizer has at the start; null (the default): not at all.
    /// </summary>
    public Schedule? Schedule { get; init; }

    /// <summary>
    /// Where the order of the samples comes from, a new one each epoch, and the random changes of an augmented set. The same seed gives the same orders on every machine.
    /// </summary>
    public ulong Seed { get; init; }

    /// <summary>Whether samples are reordered each epoch (the default).</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Whether a last batch with fewer samples is left out of an epoch.</summary>
    public bool DropLast { get; init; }

    /// <summary>
    /// A set of the network's types (in memory or streamed) that is evaluated after each epoch; null: none. It never changes a weight.
    /// </summary>
    public Dataset? Validation { get; init; }

    /// <summary>Ends the training when a measured number no longer improves, and restores the best weights; null: all epochs are trained.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>
    /// Where and how often the state of the training is kept, so that it goes on from there after it was stopped or killed; null: nowhere. A folder is enough:
    /// <c>Checkpoint = "runs/digits"</c>.
    /// </summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>
    /// The factor d of an exponential moving average of the weights, <c>a = d a + (1 - d) p</c> after each update, in (0, 1); null: none. Running statistics (of
    /// batch norms) are averaged with the weights. The average is what is validated and what the network holds at the end. Polyak and Juditsky 1992; timm's <c>ModelEmaV2</c>.
    /// </summary>
    public double? AverageDecay { get; init; }

    /// <summary>Who takes part in the training, in this order.</summary>
    public IReadOnlyList<TrainingCallback> Callbacks { get; init; } = [];

    /// <summary>
    /// Told about the progress, about ten times per second and at the end of each epoch; null: nobody. Called on the training thread: be brief
    /// (<see cref="Progress{T}"/> is).
    /// </summary>
    public IProgress<FitProgress>? Progress { get; init; }

    /// <summary>
    /// Whether network and data are examined before the first step, and the network again after the last: what static rules cannot see, in <see cref="FitResult.Diagnosis"/>. Off (the default) it
    /// costs nothing; on, some seconds. It changes no weight: the training has the same bits.
    /// </summary>
    public bool Diagnose { get; init; }

    /// <summary>Ends the training between two steps; beside the token that <c>Fit</c> itself takes.</summary>
    public CancellationToken CancellationToken { get; init; }
}
