namespace NetGen.Fitting.Tests.Checkpoints;

/// <summary>The test assembly as a program: a training that a test starts and kills.</summary>
public static class Program
{
    /// <summary>Epochs of the training: some seconds of small steps, with a checkpoint every few milliseconds.</summary>
    public const int Epochs = 12;

    /// <summary>Trains, with checkpoints in the folder of the first argument, and saves the network to the file of the second.</summary>
    public static void Main(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var net = Train(arguments[0], new SignalStart());
        net.Save(arguments[1]);
    }

    /// <summary>The training, the same whoever runs it.</summary>
    internal static ClassNet Train(string? folder, params TrainingCallback[] callbacks)
    {
        var net = new ClassNet(1);
        net.Fit(Samples.Classes(2000, 1), new FitOptions
        {
            Epochs = Epochs,
            BatchSize = 16,
            Optimizer = new Adam(1e-2) { ClipNorm = 1, AccumulationSteps = 2 },
            Schedule = Schedule.Cosine(warmup: 0.1),
            Seed = 5,
            AverageDecay = 0.99,
            Validation = Samples.Classes(200, 2),
            EarlyStopping = new(patience: 50),
            Checkpoint = folder is null ? null : new Checkpoint(folder) { EverySteps = 7, KeepLast = 3 },
            Callbacks = callbacks,
        });
        return net;
    }

    /// <summary>Tells the parent process that the steps have begun.</summary>
    private sealed class SignalStart : TrainingCallback
    {
        public override void OnBegin(TrainingContext training)
        {
            Console.WriteLine("begun");
            Console.Out.Flush();
        }
    }
}
