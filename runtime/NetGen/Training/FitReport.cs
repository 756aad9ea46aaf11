using System.Diagnostics;

namespace NetGen;

/// <summary>Tells the progress of a training, seldom enough not to slow it down. Allocates only when it reports.</summary>
internal sealed class FitReport(IProgress<FitProgress>? progress, int epochs, int batches)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly long _start = Stopwatch.GetTimestamp();
    private long _lastReport = Stopwatch.GetTimestamp();
    private long _epochStart;
    private TimeSpan _trainingTime;
    private int _epoch;
    private int _batch;
    private int _samples;
    private double _loss;

    public void BeginEpoch(int epoch)
    {
        _epoch = epoch;
        _epochStart = Stopwatch.GetTimestamp();
    }

    /// <summary>A step was done.</summary>
    /// <param name="batch">Its number in the epoch, from 1.</param>
    /// <param name="samples">Samples seen in the epoch so far.</param>
    /// <param name="loss">The mean loss of the epoch so far.</param>
    public void Step(int batch, int samples, double loss)
    {
        _batch = batch;
        _samples = samples;
        _loss = loss;

        // The last step of an epoch is told by the report that ends it.
        if (progress is not null && batch < batches && Stopwatch.GetElapsedTime(_lastReport) >= Interval)
        {
            _trainingTime = Stopwatch.GetElapsedTime(_epochStart);
            Report(completed: null);
        }
    }

    /// <summary>The steps of the epoch are done; what follows does not count as training.</summary>
    public void EndSteps() => _trainingTime = Stopwatch.GetElapsedTime(_epochStart);

    public void EndEpoch(EpochResult result)
    {
        if (progress is not null)
        {
            Report(result);
        }
    }

    private void Report(EpochResult? completed)
    {
        TimeSpan elapsed = Stopwatch.GetElapsedTime(_start);
        double done = (double)(((long)(_epoch - 1) * batches) + _batch) / ((long)epochs * batches);
        double speed = _trainingTime > TimeSpan.Zero ? _samples / _trainingTime.TotalSeconds : 0;
        progress!.Report(new FitProgress(_epoch, epochs, _batch, batches, _loss, speed, elapsed, elapsed * ((1 - done) / done), completed));
        _lastReport = Stopwatch.GetTimestamp();
    }
}
