using NetGen.Runtime;

namespace NetGen;

/// <summary>Writes the checkpoints of a training when they are due, and goes on from the last one.</summary>
/// <param name="options">Where and when.</param>
/// <param name="state">What they hold.</param>
/// <param name="identity">What makes this training the same as another.</param>
/// <param name="start">The network before its first step.</param>
/// <param name="plan">The batches.</param>
internal sealed class FitCheckpoints(Checkpoint options, FitState state, IReadOnlyList<KeyValuePair<string, string>> identity, FitStart start, IBatchPlan plan) : IDisposable
{
    private CheckpointFolder? _folder;
    private FitStart? _resumedStart;
    private (int Epoch, int Batch)? _saved;

    /// <summary>The checkpoint that the training went on from.</summary>
    public string? ResumedFrom { get; private set; }

    private CheckpointFolder Folder => _folder ?? throw new InvalidOperationException("The folder for checkpoints was not opened.");

    /// <summary>Takes the folder, and the state of the newest checkpoint that can be read.</summary>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    /// <exception cref="InvalidDataException">There are checkpoints, but all of them are damaged.</exception>
    /// <exception cref="CheckpointMismatchException">They belong to another training; the message tells the differences. Nothing was changed.</exception>
    public void Open()
    {
        _folder = new CheckpointFolder(options.Folder);
        if (!options.Resume)
        {
            _folder.Clear();
            return;
        }

        var damaged = new List<(string File, InvalidDataException Problem)>();
        foreach (string file in _folder.Files())
        {
            try
            {
                CheckpointFile.Read(file, state, stored => RequireSame(file, stored));
                GoOnFrom(file, damaged.Select(other => other.File));
                return;
            }
            catch (InvalidDataException problem)
            {
                // The one before it serves: the steps in between are repeated, to the same bits.
                damaged.Add((file, problem));
            }
        }

        if (damaged.Count > 0)
        {
            throw new InvalidDataException(
                $"No checkpoint in '{options.Folder}' can be read. Delete them, or set Checkpoint.Resume to false, to start anew. The newest: {damaged[0].Problem.Message}", damaged[0].Problem);
        }
    }

    public void AfterStep()
    {
        // At the end of an epoch the checkpoint waits for the validation.
        if (options.EverySteps is int every && state.Position.Step % every == 0 && state.Position.Batch < plan.BatchesPerEpoch)
        {
            Save();
        }
    }

    public void AfterEpoch(bool isLast)
    {
        if (isLast || state.Position.Epoch % options.EveryEpochs == 0)
        {
            Save();
        }
    }

    /// <summary>Writes a checkpoint of this very moment, unless there is one, and deletes those that are no longer to be kept.</summary>
    /// <exception cref="IOException">It cannot be written; those before it stay.</exception>
    public void Save()
    {
        var place = (state.Position.Epoch, state.Position.Batch);
        if (_saved == place)
        {
            return;
        }

        state.Download();
        Writing(Folder.File(state.Position.Step), file => CheckpointFile.Write(file, state, identity, _resumedStart ?? start, plan.Epochs));
        _saved = place;
        Folder.Keep(options.KeepLast);
    }

    /// <summary>Keeps the network as the best so far.</summary>
    public void SaveBest(INetwork network)
    {
        if (options.KeepBest)
        {
            Writing(Folder.Best, network.Save);
        }
    }

    public void Dispose() => _folder?.Dispose();

    private void GoOnFrom(string file, IEnumerable<string> damaged)
    {
        ResumedFrom = file;
        _saved = (state.Position.Epoch, state.Position.Batch);
        foreach (string other in damaged)
        {
            Folder.SetAside(other);
        }
    }

    private void RequireSame(string file, StoredFit stored)
    {
        var differences = FitIdentity.Differences(stored.Identity, identity).Concat(start.Differences(stored.Start, stored.RandomSteps)).ToList();
        if (stored.Position.Step > (long)plan.Epochs * plan.BatchesPerEpoch)
        {
            differences.Add($"{stored.Position.Step} steps are done in the checkpoint, more than {plan.Epochs} epochs have");
        }
        else if (!state.Rate.AgreesWith(stored.Epochs, stored.Position.Step))
        {
            differences.Add($"the number of epochs is {stored.Epochs} in the checkpoint, {plan.Epochs} now, and the steps taken so far depend on it");
        }

        if (state.Patience is int patience && stored.Best.LongestWait > patience)
        {
            differences.Add($"{stored.Best.LongestWait} epochs without improvement were waited for in the checkpoint, the patience is {patience} now");
        }

        if (differences.Count > 0)
        {
            throw new CheckpointMismatchException(file, differences);
        }

        _resumedStart = stored.Start;
    }

    private void Writing(string file, Action<string> write)
    {
        try
        {
            write(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            string before = Folder.Files() is [var last, ..] ? $"The last checkpoint, '{last}', is intact: the training goes on from there." : "There is no earlier checkpoint.";
            throw new IOException($"{problem.Message} {before}", problem);
        }
    }
}
