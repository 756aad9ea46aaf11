namespace NetGen;

/// <summary>
/// The folder for checkpoints holds those of another training: with other settings, data or weights at its start. Going on from there would silently give other
/// weights than those settings do. Nothing was changed.
/// </summary>
public sealed class CheckpointMismatchException : InvalidOperationException
{
    internal CheckpointMismatchException(string checkpoint, IReadOnlyList<string> differences)
        : base(
            $"'{checkpoint}' belongs to another training: {string.Join("; ", differences)}. Go on with the settings of the checkpoint, give this training a folder of its own, "
            + "or set Checkpoint.Resume to false to start anew.")
    {
        Checkpoint = checkpoint;
        Differences = differences;
    }

    /// <summary>The newest checkpoint of the folder.</summary>
    public string Checkpoint { get; }

    /// <summary>What differs, a sentence each: <c>batch size is 16 in the checkpoint, 32 now</c>.</summary>
    public IReadOnlyList<string> Differences { get; }
}
