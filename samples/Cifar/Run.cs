using NetGen;
using NetGen.Runtime;

namespace Cifar;

/// <summary>The program: read pictures, train, draw the curves, test, save, load.</summary>
internal static class Run
{
    // What a shell reports for a program ended by Ctrl+C.
    private const int Cancelled = 130;

    // Goyal et al. 2017 and most who train these networks: Nesterov's momentum, and a penalty that counts because batch norm lets weights grow.
    private const double Momentum = 0.9;
    private const double WeightDecay = 5e-4;

    /// <summary>Runs it all.</summary>
    /// <typeparam name="TNet">The network.</typeparam>
    /// <param name="create">Makes one, of a seed.</param>
    /// <param name="options">What the command line asks for.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <returns>The exit code.</returns>
    public static int Execute<TNet>(Func<ulong, TNet> create, Options options, CancellationToken cancellation)
        where TNet : class, ITrainable<float, int>
    {
        // Before the training, not after it.
        Directory.CreateDirectory(options.Folder);
        if (options.Threads is { } threads)
        {
            WorkerPool.MaxThreads = threads;
        }

        var data = PictureData.Load(options.Data, options.Seed);
        Console.WriteLine(TNet.Info.Summary());
        var net = create(options.Seed);
        var accuracy = new TrainingAccuracy(net, data.Learn, data.Held.Count);
        using var progress = new ConsoleProgress();
        var result = net.Fit(data.Learn, Settings(options, data, accuracy, progress), cancellation);
        if (result.Cancelled)
        {
            progress.Dispose();
            Console.WriteLine(options.Checkpoint is null
                ? "Stopped; nothing was saved."
                : $"Stopped. The same options, --checkpoint {options.Checkpoint} included, go on from there.");
            return Cancelled;
        }

        Console.WriteLine();
        var curves = new LearningCurves(result.Epochs, accuracy.Values);
        curves.Print();
        var tested = net.Evaluate(data.Test);
        ConsoleReport.Print(tested);
        var (picture, numbers) = (Path.Combine(options.Folder, "curves.svg"), Path.Combine(options.Folder, "curves.csv"));
        curves.Save(picture, numbers);
        Console.WriteLine($"{picture}, {numbers}: loss and accuracy of each epoch");
        return SaveAndLoad(net, create(0), data.Test, tested, Path.Combine(options.Folder, "model.safetensors"));
    }

    /// <summary>How the networks are trained.</summary>
    public static FitOptions Settings(Options options, PictureData data, TrainingAccuracy accuracy, IProgress<FitProgress>? progress) => new()
    {
        Epochs = options.Epochs,
        BatchSize = options.BatchSize,
        Optimizer = new Sgd(options.LearningRate, Momentum, nesterov: true, WeightDecay),
        Schedule = Schedule.OneCycle(),
        Validation = data.Held,
        Seed = options.Seed,
        Checkpoint = options.Checkpoint is null ? null : new(options.Checkpoint),
        Callbacks = [accuracy],
        Progress = progress,
    };

    private static int SaveAndLoad<TNet>(TNet net, TNet copy, Dataset<float, int> test, Evaluation tested, string path)
        where TNet : class, ITrainable<float, int>
    {
        net.Save(path);
        copy.Load(path);
        if (!copy.Evaluate(test).Loss.Equals(tested.Loss))
        {
            Console.Error.WriteLine($"cifar: the network loaded from '{path}' answers differently from the one that was saved.");
            return 1;
        }

        Console.WriteLine($"{path}: the network, {new FileInfo(path).Length:N0} bytes. Loaded into a fresh one, it has the same loss on the test set, to the last bit.");
        Console.WriteLine(ModelMetadata.Read(path));
        return 0;
    }
}
