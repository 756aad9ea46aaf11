using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// What surrounds the steps of a training, whatever the types of its data: learning rate, average, best epoch, callbacks, checkpoints. Its state is
/// what a checkpoint holds.
/// </summary>
internal sealed class FitSession : IDisposable
{
    private readonly INetwork _network;
    private readonly IDeviceNetwork? _device;
    private readonly FitOptions _options;
    private readonly RateControl _rate;
    private readonly BestEpoch _best;
    private readonly WeightAverage? _average;
    private readonly ParameterBlock? _bestWeights;
    private readonly FitCheckpoints? _checkpoints;
    private readonly List<EpochResult> _history = [];
    private long _updates;

    public FitSession(INetwork network, NetworkInfo info, FitOptions options, IBatchPlan plan, IBatchPlan? validation)
    {
        _network = network;
        _device = network as IDeviceNetwork;
        _device?.Download();
        _options = options;
        Optimizer = options.Optimizer ?? new Adam(1e-3);
        Context = new TrainingContext(network, info, Optimizer, options, plan, Position, _history);
        bool validated = validation is not null;
        _rate = new RateControl(Optimizer, options.Schedule, plan, validated);
        _best = new BestEpoch(new Measure(options.EarlyStopping?.Monitor, options.EarlyStopping?.Maximize, options.EarlyStopping?.MinimumChange ?? 0, validated));
        _average = options.AverageDecay is double decay ? new WeightAverage(network.Parameters, decay) : null;
        _bestWeights = options.EarlyStopping is { RestoreBest: true } ? ParameterBlock.For(network.Parameters) : null;
        if (options.Checkpoint is { } checkpoint)
        {
            var state = new FitState(network, Optimizer, Position, _rate, _best, _history, options.Callbacks)
            {
                Average = _average?.Block,
                BestWeights = _bestWeights,
                Patience = options.EarlyStopping?.Patience,
            };
            var identity = FitIdentity.Of(info, options, plan, validation, Optimizer, _rate);
            _checkpoints = new FitCheckpoints(checkpoint, state, identity, FitStart.Of(network), plan);
        }
    }

    public Optimizer Optimizer { get; }

    public TrainingContext Context { get; }

    public FitPosition Position { get; } = new();

    /// <summary>
    /// Whether the training ends before its last epoch: a callback asked for it, or the patience is at its end. Neither is part of the state: a training that was
    /// stopped can go on.
    /// </summary>
    public bool IsOver => Context.IsStopping || (_options.EarlyStopping is { } stopping && _best.EpochsWithout >= stopping.Patience);

    /// <summary>Goes on from a checkpoint, if there is one; then nothing but steps changes the network.</summary>
    public void Begin()
    {
        if (_checkpoints is not null)
        {
            _checkpoints.Open();
            _device?.Upload();
        }

        _network.Metadata.Complete(Context.Train);
        _updates = Optimizer.Steps;
        foreach (var callback in _options.Callbacks)
        {
            callback.OnBegin(Context);
        }
    }

    public void BeginEpoch()
    {
        // An epoch that a checkpoint goes on with may have begun before.
        if (Position.EpochBegun)
        {
            return;
        }

        Position.EpochBegun = true;
        foreach (var callback in _options.Callbacks)
        {
            callback.OnEpochBegin(Context);
        }
    }

    public void BeginStep() => _rate.Apply(Position.Step);

    public void EndStep(int samples, float loss, double weight)
    {
        Position.Add(samples, loss, weight);
        Context.BatchLoss = loss;

        // While gradients are accumulated, the weights stay as they are, and so does their average.
        if (_average is not null && Optimizer.Steps != _updates)
        {
            _device?.Download();
            _average.Follow();
            _updates = Optimizer.Steps;
        }

        for (int i = 0; i < _options.Callbacks.Count; i++)
        {
            _options.Callbacks[i].OnStep(Context);
        }

        _checkpoints?.AfterStep();
    }

    /// <summary>Measures the network as it would be used: with its average, if it has one.</summary>
    public bool TryMeasure(Measurement measurement, out Evaluation? evaluation)
    {
        ExchangeAverage();
        try
        {
            return measurement(out evaluation);
        }
        finally
        {
            ExchangeAverage();
        }
    }

    /// <summary>Ends an epoch whose validation was cancelled: it is told to the user; a resumed training measures it again.</summary>
    public EpochResult LeaveEpoch(TimeSpan elapsed)
    {
        _checkpoints?.Save();
        var result = Result(null, elapsed);
        _history.Add(result);
        return result;
    }

    public EpochResult CompleteEpoch(Evaluation? validation, TimeSpan elapsed)
    {
        var result = Result(validation, elapsed);
        _history.Add(result);
        if (_best.Take(result))
        {
            KeepBest();
        }

        DropEvaluations();
        _rate.EndEpoch(result);
        if (_options.Callbacks.Count > 0)
        {
            _device?.Download();
        }

        foreach (var callback in _options.Callbacks)
        {
            callback.OnEpochEnd(Context, result);
        }

        Position.EndEpoch();
        _checkpoints?.AfterEpoch(isLast: IsOver || Position.Epoch == Context.Epochs);
        return result;
    }

    /// <summary>Leaves the network as the options say: with its average, or its best weights.</summary>
    /// <param name="cancelled">Whether the training was cancelled.</param>
    /// <param name="elapsed">The time that it took.</param>
    /// <param name="diagnosis">Looks at the network as it is left; of the last epoch.</param>
    public FitResult End(bool cancelled, TimeSpan elapsed, Func<EpochResult?, Diagnosis?> diagnosis)
    {
        _checkpoints?.Save();
        _device?.Download();
        if (_bestWeights is not null && _best.Epoch is not null && !cancelled)
        {
            _bestWeights.CopyToParameters();
            _device?.Upload();
        }
        else
        {
            ExchangeAverage();
        }

        var result = new FitResult([.. _history], cancelled, Position.Step, elapsed)
        {
            Best = _history.Find(epoch => epoch.Epoch == _best.Epoch),
            StoppedEarly = IsOver && !cancelled && Position.Epoch < Context.Epochs,
            ResumedFrom = _checkpoints?.ResumedFrom,
            Diagnosis = diagnosis(_history.Count > 0 ? _history[^1] : null),
        };
        foreach (var callback in _options.Callbacks)
        {
            callback.OnEnd(Context, result);
        }

        return result;
    }

    public void Dispose()
    {
        _rate.Dispose();
        _checkpoints?.Dispose();
    }

    private void KeepBest()
    {
        if (_bestWeights is null && _checkpoints is null)
        {
            return;
        }

        _device?.Download();
        ExchangeAverage();
        try
        {
            _bestWeights?.CopyFromParameters();
            _checkpoints?.SaveBest(_network);
        }
        finally
        {
            ExchangeAverage();
        }
    }

    /// <summary>Puts the average, if there is one, into the network, or takes it out again.</summary>
    private void ExchangeAverage()
    {
        if (_average is not null)
        {
            _device?.Download();
            _average.Exchange();
            _device?.Upload();
        }
    }

    /// <summary>Whole evaluations are large (a curve has a point per sample): only the last and the best epoch keep theirs.</summary>
    private void DropEvaluations()
    {
        for (int i = 0; i < _history.Count - 1; i++)
        {
            if (_history[i].Validation is not null && _history[i].Epoch != _best.Epoch)
            {
                _history[i] = _history[i] with { Validation = null };
            }
        }
    }

    private EpochResult Result(Evaluation? validation, TimeSpan elapsed)
    {
        var metrics = new Dictionary<string, double> { ["loss"] = Position.Loss };
        foreach (var (name, value) in validation?.Scalars ?? new Dictionary<string, double>())
        {
            metrics["validation_" + name] = value;
        }

        return new EpochResult(Position.Epoch + 1, Position.Loss, validation?.Loss, validation?.Accuracy, elapsed)
        {
            LearningRate = Optimizer.LearningRate,
            Metrics = metrics,
            Validation = validation,
        };
    }
}

/// <summary>An evaluation that may be cancelled: false then.</summary>
internal delegate bool Measurement(out Evaluation? evaluation);
