using System.Diagnostics;
using System.Globalization;
using NetGen;

namespace Sentiment;

/// <summary>A row of the table: what a network has come to.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Parameters">How many numbers were learned; null: not told.</param>
/// <param name="Time">The time of the training.</param>
/// <param name="Loss">The mean loss on the test set; null where there is none.</param>
/// <param name="Accuracy">The share of sentences of the test set that it gets right.</param>
internal sealed record Comparison(string Name, int? Parameters, TimeSpan Time, double? Loss, double Accuracy)
{
    /// <summary>The line above the rows.</summary>
    public const string Header = "                 parameters    seconds   test loss   test accuracy";

    /// <summary>Trains a network and measures it.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Comparison Of<TNet>(string name, TNet net, SentenceData data, Options options, IProgress<FitProgress>? progress, CancellationToken cancellation)
        where TNet : class, ITrainable<int, int>
    {
        var start = Stopwatch.GetTimestamp();
        net.Fit(data.Learn, new FitOptions
        {
            Epochs = options.Epochs,
            BatchSize = options.BatchSize,
            Optimizer = new AdamW(options.LearningRate) { ClipNorm = 1 },
            // A transformer that begins at the whole rate may not learn at all.
            Schedule = Schedule.Cosine(warmup: 0.1),
            Validation = data.Held,
            Seed = options.Seed,
            Progress = progress,
        }, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var time = Stopwatch.GetElapsedTime(start);
        var tested = net.Evaluate(data.Test);
        return new(name, TNet.Info.ParameterCount, time, tested.Loss, tested.Accuracy!.Value);
    }

    /// <summary>The row as a line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Name,-15}{Parameters,12:N0}{Time.TotalSeconds,11:0.0}{(Loss is { } loss ? loss.ToString("0.000", CultureInfo.InvariantCulture) : "-"),12}{100 * Accuracy,14:0.0} %");
}
