using NetGen;

namespace Tuning;

/// <summary>Trains the networks of trials, each with its checkpoints in a folder of its own.</summary>
/// <param name="folder">Where the folders are made.</param>
/// <param name="learn">The images to learn.</param>
/// <param name="held">The images that the trials are measured with.</param>
internal sealed class TrialTraining(string folder, Dataset<float, int> learn, Dataset<float, int> held) : ITrialTraining
{
    /// <summary>The way of training that all trials have in common.</summary>
    public const string Recipe = "AdamW, rate falling by a tenth after each epoch";

    public RungResult? Train(Trial trial, int rung, int epochs, Action<EpochResult> progress, CancellationToken cancellation)
    {
        try
        {
            var result = Fit(trial.Architecture.Create(trial.Seed), trial, epochs, progress, cancellation);
            return result.Cancelled ? null : Judge(trial, rung, result.Last!);
        }
        catch (NotFiniteNumberException divergence)
        {
            // No reason to end the search: settings that do not work are among what it finds out.
            return new(rung, trial.Number, double.NaN, double.NaN, divergence.Message);
        }
    }

    /// <summary>The network of a trial as its training left it.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="epochs">The epochs that it has behind it: there is nothing left to train.</param>
    public ITrainable<float, int> Restore(Trial trial, int epochs)
    {
        var net = trial.Architecture.Create(trial.Seed);
        Fit(net, trial, epochs, _ => { }, CancellationToken.None);
        return net;
    }

    public void Discard(Trial trial)
    {
        if (Directory.Exists(FolderOf(trial)))
        {
            Directory.Delete(FolderOf(trial), recursive: true);
        }
    }

    private static RungResult Judge(Trial trial, int rung, EpochResult last)
    {
        var (loss, accuracy) = (last.ValidationLoss!.Value, last.ValidationAccuracy!.Value);
        return double.IsFinite(loss)
            ? new(rung, trial.Number, loss, accuracy)
            : new(rung, trial.Number, double.NaN, double.NaN, $"The validation loss became {loss} in epoch {last.Epoch}.");
    }

    private FitResult Fit(ITrainable<float, int> net, Trial trial, int epochs, Action<EpochResult> progress, CancellationToken cancellation) => net.Fit(learn, new FitOptions
    {
        Epochs = epochs,
        BatchSize = trial.BatchSize,
        Optimizer = new AdamW(trial.LearningRate, weightDecay: trial.WeightDecay),

        // The rate falls with the epochs behind, whatever number lies ahead. A cosine to the last epoch would have to know on the first
        // rung how far the trial will get, and Fit refuses to go on with such a training for more epochs than it was planned for.
        Schedule = Schedule.Exponential(0.9),
        Seed = trial.Seed,
        Validation = held,
        Checkpoint = new Checkpoint(FolderOf(trial)) { KeepLast = 1, KeepBest = false },
        Progress = new EpochProgress(progress),
    }, cancellation);

    private string FolderOf(Trial trial) => Path.Combine(folder, $"trial-{trial.Number:D4}");

    private sealed class EpochProgress(Action<EpochResult> epochEnded) : IProgress<FitProgress>
    {
        public void Report(FitProgress value)
        {
            if (value.Completed is { ValidationLoss: not null } epoch)
            {
                epochEnded(epoch);
            }
        }
    }
}
