using System.Globalization;
using NetGen;
using NetGen.Runtime;

namespace Names;

/// <summary>The program: read names, train, test, show, save.</summary>
internal static class Run
{
    // What a shell reports for a program ended by Ctrl+C.
    private const int Cancelled = 130;

    private const double PartToLearnFrom = 0.9;
    private const int Shown = 8;

    /// <summary>Runs it all.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="InvalidDataException">The folder has neither 4 files nor 18, or a file has no line.</exception>
    public static int Execute(Options options, CancellationToken cancellation)
    {
        var data = NameData.Load(options.Data, options.Seed);
        return data.ClassNames.Count switch
        {
            4 => Execute(new NameNet(options.Seed), data, options, cancellation),
            18 => Execute(new NameNet18(options.Seed), data, options, cancellation),
            var count => throw new InvalidDataException($"'{options.Data}' has {count} file(s) *.txt; this program has networks for 4 languages and for 18, a file each. For others, copy NameNet with another last layer."),
        };
    }

    /// <summary>Trains a network.</summary>
    public static FitResult Train<TNet>(TNet net, NameData data, Options options, IProgress<FitProgress>? progress, CancellationToken cancellation)
        where TNet : class, ITrainable<int, int>
    {
        var (learn, held) = data.Train.Split(PartToLearnFrom, options.Seed, stratified: true);
        return net.Fit(learn, new FitOptions
        {
            Epochs = options.Epochs,
            BatchSize = options.BatchSize,
            // Gradients through many steps can grow without bound (Pascanu et al. 2013): a limit keeps one of them from undoing what was learned.
            Optimizer = new Adam(options.LearningRate) { ClipNorm = 1 },
            Schedule = Schedule.Cosine(),
            Validation = held,
            Seed = options.Seed,
            Progress = progress,
        }, cancellation);
    }

    private static int Execute<TNet>(TNet net, NameData data, Options options, CancellationToken cancellation)
        where TNet : class, ITrainable<int, int>
    {
        if (options.Threads is { } threads)
        {
            WorkerPool.MaxThreads = threads;
        }

        data.Print(options.Data);
        Console.WriteLine(TNet.Info.Summary());
        using var progress = new ConsoleProgress();
        var result = Train(net, data, options, progress, cancellation);
        if (result.Cancelled)
        {
            progress.Dispose();
            Console.WriteLine("Stopped; nothing was saved.");
            return Cancelled;
        }

        Console.WriteLine();
        ConsoleReport.Print(net.Evaluate(data.Test));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Always saying the most frequent language: {100 * data.MostFrequent:0.0} % accuracy"));
        Console.WriteLine();
        foreach (var name in data.TestNames.Chunk((data.TestNames.Count + Shown - 1) / Shown).Select(part => part[0]))
        {
            Console.WriteLine(Answer(net, data, name));
        }

        // Whoever loads the file must know which letter has which token.
        net.Metadata.Preprocessing = data.Tokenizer.ToJson();
        net.Save(options.Save);
        Console.WriteLine();
        Console.WriteLine($"Saved to {options.Save} ({new FileInfo(options.Save).Length:N0} bytes).");
        return 0;
    }

    private static string Answer<TNet>(TNet net, NameData data, LabelledText name)
        where TNet : class, ITrainable<int, int>
    {
        var probabilities = new float[TNet.Info.OutputSize];
        net.Predict(TokenSequences.Encode(data.Tokenizer, [name.Text], NameReader.Length, NameReader.Padding).Tokens.Span, probabilities);
        var answer = Array.IndexOf(probabilities, probabilities.Max());
        var verdict = answer == name.Label ? "" : $", in truth {data.ClassNames[name.Label]}";
        return string.Create(CultureInfo.InvariantCulture, $"  {name.Text,-NameReader.Length} {data.ClassNames[answer],-12} {100 * probabilities[answer],5:0.0} % sure{verdict}");
    }
}
