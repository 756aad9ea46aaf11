namespace NetGen;

/// <summary>
/// Where and how often <c>Fit</c> keeps its state: parameters, buffers, optimizer, generators, schedule, position in the epoch and the measured numbers, one
/// file per checkpoint, which appears under its name only when it is complete. <c>Fit</c> with the same folder and settings goes on from the last one and
/// ends with the same bits as a training that was never interrupted (same instruction set, any number of threads).
/// </summary>
public sealed record Checkpoint
{
    /// <summary>Keeps the state in a folder.</summary>
    /// <param name="folder">The folder; made if there is none. It belongs to one training.</param>
    /// <exception cref="ArgumentException">The folder has no name.</exception>
    public Checkpoint(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Folder = folder;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>How many steps lie between two checkpoints within an epoch, at least 1; null (the default): only after each epoch.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? EverySteps { get; init => field = value is null or >= 1 ? value : throw Below(value.Value, nameof(EverySteps)); }

    /// <summary>A checkpoint follows every how many epochs, at least 1, and the last one in any case.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int EveryEpochs { get; init => field = value >= 1 ? value : throw Below(value, nameof(EveryEpochs)); } = 1;

    /// <summary>How many of the last checkpoints are kept, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int KeepLast { get; init => field = value >= 1 ? value : throw Below(value, nameof(KeepLast)); } = 3;

    /// <summary>
    /// Whether the model of the best epoch so far is kept as <c>best.safetensors</c>, which <c>Load</c> reads: best by
    /// <see cref="FitOptions.EarlyStopping"/>'s measure or, without it, by the validation loss, or the training loss where nothing is validated.
    /// </summary>
    public bool KeepBest { get; init; } = true;

    /// <summary>Whether a training goes on from the folder's last checkpoint (the default). False: it starts anew and replaces what the folder holds.</summary>
    public bool Resume { get; init; } = true;

    /// <summary>Keeps the state in a folder.</summary>
    /// <param name="folder">The folder.</param>
    public static implicit operator Checkpoint(string folder) => new(folder);

    private static ArgumentOutOfRangeException Below(int value, string name) => new(name, value, $"{name} is at least 1, but is {value}.");
}
