using System.Diagnostics;

namespace NetGen;

/// <summary>Tells the progress of a training, seldom enough not to slow it down. Allocates only when it reports.</summary>
internal sealed class FitReport
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly IProgress<FitProgress>? _progress;
    private readonly TrainingContext _training;
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _lastReport = Stopwatch.GetTimestamp();
    private long _epochStart;
    private long _firstStep;
    private int _firstSample;
    private double? _speed;

    public FitReport(IProgress<FitProgress>? progress, TrainingContext training)
    {
        _progress = progress;
        _training = training;
        training.SpeedNow = () => Speed;
    }

    /// <summary>The time since the epoch (or what was left of it) began.</summary>
    public TimeSpan EpochElapsed => Stopwatch.GetElapsedTime(_epochStart);

    /// <summary>Samples per second of this epoch so far or, once its steps are done, of all of them.</summary>
    private double Speed => _speed ?? (EpochElapsed is { TotalSeconds: > 0 and var seconds } ? (_training.Samples - _firstSample) / seconds : 0);

    /// <summary>The steps begin; what was done before a resumption took none of this run's time.</summary>
    public void Begin() => _firstStep = _training.Step;

    public void BeginEpoch()
    {
        _epochStart = Stopwatch.GetTimestamp();
        _firstSample = _training.Samples;
        _speed = null;
    }

    /// <summary>A step was done.</summary>
    public void Step()
    {
        // The last step of an epoch is told by the report that ends it.
        if (_progress is not null && _training.Batch < _training.BatchesPerEpoch && Stopwatch.GetElapsedTime(_lastReport) >= Interval)
        {
            Report(_training.Batch, _training.Loss, completed: null);
        }
    }

    /// <summary>The steps of the epoch are done; what follows does not count as training.</summary>
    public void EndSteps() => _speed = Speed;

    public void EndEpoch(EpochResult result)
    {
        if (_progress is not null)
        {
            Report(_training.BatchesPerEpoch, result.Loss, result);
        }
    }

    private void Report(int batch, double loss, EpochResult? completed)
    {
        TimeSpan elapsed = Stopwatch.GetElapsedTime(_start);
        int epoch = completed?.Epoch ?? _training.Epoch;
        long all = (long)_training.Epochs * _training.BatchesPerEpoch, done = ((long)(epoch - 1) * _training.BatchesPerEpoch) + batch;
        double left = (double)(all - done) / Math.Max(1, done - _firstStep);
        _progress!.Report(new FitProgress(epoch, _training.Epochs, batch, _training.BatchesPerEpoch, loss, Speed, elapsed, elapsed * left, completed));
        _lastReport = Stopwatch.GetTimestamp();
    }
}
