namespace NetGen;

/// <summary>Where a training stands, as callbacks see it. One object for the whole training; its values change from call to call.</summary>
public sealed class TrainingContext
{
    private readonly List<EpochResult> _history;

    internal TrainingContext(INetwork network, NetworkInfo info, Optimizer optimizer, FitOptions options, Dataset train, BatchCounts counts, List<EpochResult> history)
    {
        Network = network;
        Info = info;
        Optimizer = optimizer;
        Options = options;
        Train = train;
        Epochs = counts.Epochs;
        BatchesPerEpoch = counts.BatchesPerEpoch;
        BatchSize = counts.BatchSize;
        _history = history;
    }

    /// <summary>The network that is trained. Its parameters may be read, frozen and unfrozen.</summary>
    public INetwork Network { get; }

    /// <summary>Its architecture.</summary>
    public NetworkInfo Info { get; }

    /// <summary>The optimizer. Its learning rate may be set, unless a schedule sets it before each step.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>How the training was asked for.</summary>
    public FitOptions Options { get; }

    /// <summary>The training set.</summary>
    public Dataset Train { get; }

    /// <summary>How many epochs are planned.</summary>
    public int Epochs { get; }

    /// <summary>Steps of an epoch.</summary>
    public int BatchesPerEpoch { get; }

    /// <summary>Samples per step; the last batch of an epoch may have fewer.</summary>
    public int BatchSize { get; }

    /// <summary>The current epoch, from 1.</summary>
    public int Epoch { get; internal set; }

    /// <summary>Batches of this epoch that are done: the current one counts from <see cref="TrainingCallback.OnStep"/> on.</summary>
    public int Batch { get; internal set; }

    /// <summary>Samples of this epoch that are done.</summary>
    public int Samples { get; internal set; }

    /// <summary>Batches of the whole training that are done, those before a resumption included.</summary>
    public long Step { get; internal set; }

    /// <summary>The mean training loss of the last batch, before its update.</summary>
    public float BatchLoss { get; internal set; }

    /// <summary>The mean training loss of this epoch so far, each batch weighted by its samples.</summary>
    public double Loss { get; internal set; }

    /// <summary>Training speed in this epoch, validation left out.</summary>
    public double SamplesPerSecond => SamplesPerSecondNow?.Invoke() ?? 0;

    /// <summary>The completed epochs, those before a resumption included.</summary>
    public IReadOnlyList<EpochResult> History => _history;

    /// <summary>Whether the end of the training was asked for.</summary>
    public bool IsStopping { get; private set; }

    internal Func<double>? SamplesPerSecondNow { get; set; }

    /// <summary>Ends the training after this call: after the step in <see cref="TrainingCallback.OnStep"/>, after the epoch in <see cref="TrainingCallback.OnEpochEnd"/>.</summary>
    public void Stop() => IsStopping = true;
}

/// <summary>How a training is divided.</summary>
internal readonly record struct BatchCounts(int Epochs, int BatchesPerEpoch, int BatchSize);
