namespace NetGen.Logging.Tests;

/// <summary>
/// Calls a callback as <see cref="TrainingCallback"/> promises, without training anything: 2 epochs of 3 batches of 4 samples, the last one with 2. The loss
/// of step n is 1/n, the learning rate 0.01.
/// </summary>
internal sealed class ScriptedTraining
{
    public const int Epochs = 2;
    public const int Batches = 3;
    public const int BatchSize = 4;
    public const int Samples = 10;

    private readonly List<EpochResult> _history = [];
    private readonly FitPosition _position = new();

    public ScriptedTraining(Dataset<float, float>? train = null, FitOptions? options = null)
        : this(new ArrayBatchPlan<float, float>(train ?? Set(), BatchSize, Epochs, seed: 7, dropLast: false), options)
    {
    }

    public ScriptedTraining(StreamedDataset<float, float> train)
        : this(new StreamBatchPlan<float, float>(train, BatchSize, Epochs, seed: 7, dropLast: false), options: null)
    {
    }

    private ScriptedTraining(IBatchPlan plan, FitOptions? options) =>
        Context = new TrainingContext(Network, LinearNetwork.Info, new Adam(0.01), options ?? new FitOptions { Seed = 7 }, plan, _position, _history)
        {
            SpeedNow = () => 1250,
        };

    public LinearNetwork Network { get; } = new();

    public TrainingContext Context { get; }

    /// <summary>Called before each step.</summary>
    public Action<TrainingContext>? BeforeStep { get; set; }

    /// <summary>All of it.</summary>
    public FitResult Run(TrainingCallback callback)
    {
        callback.OnBegin(Context);
        for (int epoch = _history.Count + 1; epoch <= Epochs; epoch++)
        {
            RunEpoch(callback);
        }

        return End(callback);
    }

    /// <summary>As if a checkpoint after the first epoch had been read.</summary>
    public ScriptedTraining Resumed()
    {
        (_position.Epoch, _position.Step) = (1, Batches);
        _history.Add(Result(1));
        return this;
    }

    public void RunEpoch(TrainingCallback callback)
    {
        callback.OnEpochBegin(Context);
        for (int batch = 1; batch <= Batches; batch++)
        {
            Step(callback);
        }

        EpochResult result = Result(Context.Epoch);
        _history.Add(result);
        callback.OnEpochEnd(Context, result);
        _position.EndEpoch();
    }

    public void Step(TrainingCallback callback)
    {
        float loss = 1f / (_position.Step + 1);
        _position.Add(Math.Clamp(Samples - _position.Samples, 0, BatchSize), loss, weight: 1);
        Context.BatchLoss = loss;
        BeforeStep?.Invoke(Context);
        callback.OnStep(Context);
    }

    public FitResult End(TrainingCallback callback)
    {
        var result = new FitResult([.. _history], Cancelled: false, Context.Step, TimeSpan.FromSeconds(3)) { Best = _history.LastOrDefault() };
        callback.OnEnd(Context, result);
        return result;
    }

    public static Dataset<float, float> Set() => Dataset.From([.. Enumerable.Range(0, 2 * Samples).Select(i => i * 0.1f)], new float[Samples], 2);

    public static EpochResult Result(int epoch) => new(epoch, 0.5 / epoch, 0.25, 0.75, TimeSpan.FromSeconds(1.5))
    {
        LearningRate = 0.01,
        Metrics = new Dictionary<string, double>
        {
            ["loss"] = 0.5 / epoch,
            ["validation_loss"] = 0.25,
            ["validation_accuracy"] = 0.75,
        },
    };
}
