namespace NetGen.Tests;

/// <summary>Trainings that never ran.</summary>
internal static class Histories
{
    public static FitResult Result(int epochs) => new(Epochs(epochs), Cancelled: false, 100L * epochs, TimeSpan.FromSeconds(2 * epochs));

    /// <summary>The training loss falls to the end; the validation loss is lowest after three quarters.</summary>
    public static EpochResult[] Epochs(int count) => [.. Enumerable.Range(1, count).Select(epoch => Epoch(epoch, (double)epoch / count))];

    private static EpochResult Epoch(int epoch, double part) =>
        new(epoch, Math.Exp(-3 * part), 0.2 + Math.Pow(part - 0.75, 2), 0.9 - Math.Pow(part - 0.75, 2), TimeSpan.FromSeconds(2))
        {
            LearningRate = 1e-3 * part,
            Metrics = new Dictionary<string, double>
            {
                ["loss"] = Math.Exp(-3 * part),
                ["validation_loss"] = 0.2 + Math.Pow(part - 0.75, 2),
                ["validation_accuracy"] = 0.9 - Math.Pow(part - 0.75, 2),
                ["validation_roc_auc"] = 0.95 + (part / 100),
            },
        };
}
