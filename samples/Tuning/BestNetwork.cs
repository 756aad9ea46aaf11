using System.Globalization;
using NetGen;

namespace Tuning;

/// <summary>What a search is for.</summary>
internal static class BestNetwork
{
    /// <summary>Tests the network of the best trial, and saves it with its settings.</summary>
    /// <param name="outcome">The search that found it.</param>
    /// <param name="data">Has the test set. It is looked at here and nowhere else: nothing was chosen by it.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void TestAndSave(Outcome outcome, DigitData data, string path)
    {
        var best = outcome.Best!;
        var trial = outcome.Trials[best.Trial];
        var net = outcome.Training.Restore(trial, outcome.EpochsOf(best));
        Console.WriteLine($"Best: trial {trial.Number} of {outcome.Plan.Name}: {trial}");
        Console.WriteLine();
        Console.WriteLine($"Test set: {net.Evaluate(data.Test)}");
        Console.WriteLine();

        foreach (var (name, value) in trial.Settings)
        {
            net.Metadata[$"tuning.{name}"] = value;
        }

        net.Metadata["tuning.method"] = outcome.Plan.Name;
        net.Metadata["tuning.trial"] = trial.Number.ToString(CultureInfo.InvariantCulture);
        net.Metadata["tuning.epochs"] = outcome.EpochsOf(best).ToString(CultureInfo.InvariantCulture);
        net.Metadata["tuning.validation_loss"] = best.Loss.ToString("R", CultureInfo.InvariantCulture);
        net.Save(path);
        Console.WriteLine($"Saved to {path} ({new FileInfo(path).Length:N0} bytes), a {net.Network.Name} with these settings in its metadata.");
    }
}
