namespace NetGen;

/// <summary>Sets the learning rate before each step as the schedule says, and sets it back at the end.</summary>
internal sealed class RateControl : IDisposable
{
    private readonly Optimizer _optimizer;
    private readonly Schedule? _schedule;
    private readonly IBatchPlan _plan;
    private readonly Measure? _measure;

    public RateControl(Optimizer optimizer, Schedule? schedule, IBatchPlan plan, bool validated)
    {
        _optimizer = optimizer;
        _schedule = schedule?.Fresh();
        _plan = plan;
        Start = optimizer.LearningRate;
        _measure = schedule is { Watches: { } watched } ? new Measure(watched.Monitor, watched.Maximize, 0, validated) : null;
    }

    /// <summary>The learning rate that the schedule's factors multiply.</summary>
    public double Start { get; }

    /// <summary>Whether the rate depends on what epochs come to.</summary>
    public bool IsWatching => _measure is not null;

    /// <summary>The state of a schedule that has any.</summary>
    public string? State
    {
        get => _schedule?.SaveState();
        set
        {
            if (value is not null)
            {
                _schedule?.RestoreState(value);
            }
        }
    }

    /// <summary>Sets the rate of a step.</summary>
    public void Apply(long step)
    {
        if (_schedule is not null)
        {
            _optimizer.LearningRate = Start * Factor(step, _plan.Epochs);
        }
    }

    public void EndEpoch(EpochResult epoch)
    {
        if (_measure is not null)
        {
            _schedule!.EndEpoch(_measure.Of(epoch), _measure.Maximize);
        }
    }

    /// <summary>Whether the steps so far had the rates that they have in a training of another length.</summary>
    public bool AgreesWith(int epochs, long steps)
    {
        for (long step = 0; step < steps && _schedule is not null && epochs != _plan.Epochs; step++)
        {
            if (Factor(step, epochs) != Factor(step, _plan.Epochs))
            {
                return false;
            }
        }

        return true;
    }

    public void Dispose() => _optimizer.LearningRate = Start;

    private double Factor(long step, int epochs) => _schedule!.Factor(step, (long)epochs * _plan.BatchesPerEpoch, _plan.BatchesPerEpoch);
}
