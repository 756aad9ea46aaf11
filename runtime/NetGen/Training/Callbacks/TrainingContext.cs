namespace NetGen;

/// <summary>Where a training stands, as callbacks see it. One object for the whole training; its values change from call to call.</summary>
public sealed class TrainingContext
{
    private readonly IBatchPlan _plan;
    private readonly FitPosition _position;
    private readonly List<EpochResult> _history;

    internal TrainingContext(INetwork network, NetworkInfo info, Optimizer optimizer, FitOptions options, IBatchPlan plan, FitPosition position, List<EpochResult> history)
    {
        Network = network;
        Info = info;
        Optimizer = optimizer;
        Options = options;
        _plan = plan;
        _position = position;
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
    public Dataset Train => _plan.Set;

    /// <summary>How many epochs are planned.</summary>
    public int Epochs => _plan.Epochs;

    /// <summary>Steps of an epoch.</summary>
    public int BatchesPerEpoch => _plan.BatchesPerEpoch;

    /// <summary>Samples per step; the last batch of an epoch may have fewer.</summary>
    public int BatchSize => _plan.BatchSize;

    /// <summary>The current epoch, from 1.</summary>
    public int Epoch => Math.Min(_position.Epoch + 1, Epochs);

    /// <summary>Batches of this epoch that are done: the current one counts from <see cref="TrainingCallback.OnStep"/> on.</summary>
    public int Batch => _position.Batch;

    /// <summary>Samples of this epoch that are done.</summary>
    public int Samples => _position.Samples;

    /// <summary>Batches of the whole training that are done, those before a resumption included.</summary>
    public long Step => _position.Step;

    /// <summary>The mean training loss of the last batch, before its update.</summary>
    public float BatchLoss { get; internal set; }

    /// <summary>The mean training loss of this epoch so far, each batch weighted by its samples.</summary>
    public double Loss => _position.Loss;

    /// <summary>Training speed in this epoch, validation left out.</summary>
    public double SamplesPerSecond => SpeedNow?.Invoke() ?? 0;

    /// <summary>The completed epochs, those before a resumption included.</summary>
    public IReadOnlyList<EpochResult> History => _history;

    /// <summary>Whether the end of the training was asked for.</summary>
    public bool IsStopping { get; private set; }

    internal Func<double>? SpeedNow { get; set; }

    /// <summary>Ends the training after this call: after the step in <see cref="TrainingCallback.OnStep"/>, after the epoch in <see cref="TrainingCallback.OnEpochEnd"/>.</summary>
    public void Stop() => IsStopping = true;
}
