using System.Diagnostics;
using System.Globalization;
using NetGen;
using NetGen.Runtime;

namespace TinyGpt;

/// <summary>The program: read a text, train, save, write.</summary>
internal static class Run
{
    // What a shell reports for a program ended by Ctrl+C.
    private const int Cancelled = 130;

    /// <summary>Runs it all.</summary>
    /// <param name="net">The network, not yet trained.</param>
    /// <param name="options">What the command line asks for.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <returns>The exit code.</returns>
    public static int Execute<TNet>(TNet net, Options options, CancellationToken cancellation)
        where TNet : class, ITrainable<int, int>, ILanguageModel
    {
        if (options.Threads is { } threads)
        {
            WorkerPool.MaxThreads = threads;
        }

        if (options.Load is { } file)
        {
            net.Load(file);
            Write(net, options, cancellation);
            return 0;
        }

        var text = Corpus.Text(options.Data);
        var corpus = Corpus.Of(text, TNet.Info.InputSize, options.Interval * options.BatchSize);
        corpus.Print(options.Data, text.Length);
        Console.WriteLine(TNet.Info.Summary());
        var lines = new IntervalLines(corpus.Train.Length, Console.Out);
        var result = Train(net, corpus, options, lines, cancellation);
        if (result.Cancelled)
        {
            Console.WriteLine(options.Checkpoint is null
                ? "Stopped; nothing was saved."
                : $"Stopped. The same options, --checkpoint {options.Checkpoint} included, go on from there.");
            return Cancelled;
        }

        net.Save(options.Save);
        Console.WriteLine($"Saved to {options.Save} ({new FileInfo(options.Save).Length:N0} bytes); --load {options.Save}{(options.Quick ? " --quick" : "")} writes more.");
        Console.WriteLine();
        Write(net, options, cancellation);
        return 0;
    }

    /// <summary>Trains a network.</summary>
    public static FitResult Train<TNet>(TNet net, Corpus corpus, Options options, TrainingCallback lines, CancellationToken cancellation)
        where TNet : class, ITrainable<int, int> => net.Fit(corpus.Train, Settings(corpus, options) with { Callbacks = [lines] }, cancellation);

    // Radford et al. 2019 and most after them: AdamW with a short memory of squares, decay for matrices alone, gradients of norm 1 at most, a warm-up and half a cosine.
    private static FitOptions Settings(Corpus corpus, Options options) => new()
    {
        Epochs = (options.Steps + options.Interval - 1) / options.Interval,
        BatchSize = options.BatchSize,
        Optimizer = new AdamW(options.LearningRate, beta2: 0.99, weightDecay: 0.1)
        {
            ClipNorm = 1,
            Groups = [new ParameterGroup("*bias") { WeightDecay = 0 }, new ParameterGroup("*layernorm*") { WeightDecay = 0 }],
        },
        Schedule = Schedule.Cosine(warmup: 0.05, minimum: 0.1),
        Validation = corpus.Validation,
        Seed = options.Seed,
        Checkpoint = options.Checkpoint is null ? null : new(options.Checkpoint),
    };

    private static void Write<TNet>(TNet net, Options options, CancellationToken cancellation)
        where TNet : class, INetwork, ILanguageModel
    {
        var tokenizer = CharacterTokenizer.FromJson(net.Metadata.Preprocessing ?? throw new InvalidDataException($"'{options.Load}' does not say which characters its tokens are: it was not saved by this program."));
        var (writing, start) = (options.Writing, Stopwatch.GetTimestamp());
        Console.Write(writing.Beginning.TrimStart('\n'));
        foreach (var character in Writer.Write(net, tokenizer, writing.Beginning, writing.Length, writing.Drawing).TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            Console.Write(character);
        }

        Console.WriteLine();
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"({writing.Length / Stopwatch.GetElapsedTime(start).TotalSeconds:N0} characters per second; temperature {writing.Drawing.Temperature}, top k {writing.Drawing.TopK}, top p {writing.Drawing.TopP})"));
    }
}
