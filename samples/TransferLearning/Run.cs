using System.Globalization;
using NetGen;

namespace TransferLearning;

/// <summary>The program: learn to see, then compare three ways to use that.</summary>
internal static class Run
{
    /// <summary>What a shell reports for a program ended by Ctrl+C.</summary>
    public const int Cancelled = 130;

    private const int BatchSize = 64;
    private const double LearningRate = 2e-3;

    private static readonly int[] Numbers = [5, 20, 100];

    /// <summary>Runs it all.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int Execute(Options options, CancellationToken cancellation)
    {
        var data = DigitData.Load(options.Data);
        Console.WriteLine();
        Console.WriteLine(DigitNet.Info.Summary());
        using (var progress = new ConsoleProgress())
        {
            LearnToSee(data, options, progress, cancellation);
        }

        Console.WriteLine($"Saved to {options.Trunk}.");
        Console.WriteLine();
        Console.WriteLine($"Accuracy on the classes 5 to 9, the mean of {options.Repeats}:");
        Console.WriteLine("images per class   from scratch   frozen trunk   fine-tuned");
        foreach (var images in options.Images is { } one ? [one] : Numbers)
        {
            var row = Comparison.Of(options.Trunk, data, images, options.Repeats, options.Seed, cancellation);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Images,16}   {100 * row.FromScratch,10:0.0} %   {100 * row.Frozen,10:0.0} %   {100 * row.FineTuned,8:0.0} %"));
        }

        return 0;
    }

    /// <summary>Trains on the classes with many images, and saves the network.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void LearnToSee(DigitData data, Options options, IProgress<FitProgress>? progress, CancellationToken cancellation)
    {
        var net = new DigitNet(options.Seed);
        net.Fit(data.Many, new FitOptions
        {
            Epochs = options.Epochs,
            BatchSize = BatchSize,
            Optimizer = new Adam(LearningRate),
            Schedule = Schedule.Linear(),
            Validation = data.ManyTest,
            Seed = options.Seed,
            Progress = progress,
        }, cancellation);
        cancellation.ThrowIfCancellationRequested();
        net.Save(options.Trunk);
    }
}
