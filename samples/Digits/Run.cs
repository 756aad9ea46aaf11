using System.Globalization;
using NetGen;
using NetGen.Runtime;

namespace Digits;

/// <summary>The program: read data, train, test, show, save, load.</summary>
internal static class Run
{
    // What a shell reports for a program ended by Ctrl+C.
    private const int Cancelled = 130;

    // The progress shows images that were held back from the training set. The test set is looked at once, at the end: nothing was
    // chosen by it, this program's default settings included.
    private const double PartToLearnFrom = 0.95;

    /// <summary>Runs it all.</summary>
    /// <typeparam name="TNet">The network.</typeparam>
    /// <param name="create">Makes one, of a seed.</param>
    /// <param name="saveCompiled">Writes the weights of one as its kernels keep them.</param>
    /// <param name="options">What the command line asks for.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <returns>The exit code.</returns>
    public static int Execute<TNet>(Func<ulong, TNet> create, Action<TNet, string> saveCompiled, Options options, CancellationToken cancellation)
        where TNet : class, ITrainable<float, int>
    {
        RequireFolderOf(options.Save);
        RequireFolderOf(options.Compiled ?? options.Save);
        if (options.Threads is { } threads)
        {
            WorkerPool.MaxThreads = threads;
        }

        var (train, test) = DigitData.Load(options.Data, TNet.Info);
        Console.WriteLine(TNet.Info.Summary());

        var net = create(options.Seed);
        var (learn, held) = train.Split(PartToLearnFrom, options.Seed, stratified: true);
        using var progress = new ConsoleProgress();
        var result = net.Fit(learn, new FitOptions
        {
            Epochs = options.Epochs,
            BatchSize = options.BatchSize,
            Optimizer = new Adam(options.LearningRate),
            Schedule = Schedule.Linear(),
            Validation = held,
            Seed = options.Seed,
            Progress = progress,
        }, cancellation);
        if (result.Cancelled)
        {
            progress.Dispose();
            Console.WriteLine("Stopped; nothing was saved.");
            return Cancelled;
        }

        Console.WriteLine();
        Console.WriteLine($"Test set: {net.Evaluate(test)}");
        Console.WriteLine();

        var answers = Answers.Of(net, test);
        Gallery.Show(test, answers);

        // Whoever loads the file must know what the ten answers mean, and how to make inputs of an image.
        net.Metadata.ClassNames ??= train.ClassNames ?? [.. Enumerable.Range(0, TNet.Info.OutputSize).Select(label => label.ToString(CultureInfo.InvariantCulture))];
        net.Metadata.Normalization ??= train.Normalization;
        net.Metadata[TrainingBrightness.Key] = TrainingBrightness.Of(learn);
        if (options.Compiled is { } compiled)
        {
            saveCompiled(net, compiled);
            Console.WriteLine($"Saved for [Weights] to {compiled} ({new FileInfo(compiled).Length:N0} bytes).");
        }

        return SaveAndLoad(net, create(0), test, answers, options.Save);
    }

    // Before the training, not after it.
    private static void RequireFolderOf(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' cannot be saved: it is a folder.");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"'{path}' cannot be saved: there is no folder '{folder}'.");
        }
    }

    private static int SaveAndLoad<TNet>(TNet net, TNet copy, Dataset<float, int> test, Answers answers, string path)
        where TNet : class, ITrainable<float, int>
    {
        net.Save(path);
        copy.Load(path);
        if (!Answers.Of(copy, test).SameBits(answers))
        {
            Console.Error.WriteLine($"digits: the network loaded from '{path}' answers differently from the one that was saved.");
            return 1;
        }

        Console.WriteLine($"Saved to {path} ({new FileInfo(path).Length:N0} bytes).");
        Console.WriteLine($"Loaded into a fresh network, it gives the same {test.Count:N0} answers, bit for bit.");
        Console.WriteLine(ModelMetadata.Read(path));
        return 0;
    }
}
