using System.Collections;

namespace NetGen;

/// <summary>The batches of a plan, epoch after epoch, in one stream.</summary>
internal abstract class BatchStream<TInput, TTarget>(BatchPlan<TInput, TTarget> plan, CancellationToken cancellation)
    : IEnumerator<Batch<TInput, TTarget>>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private int _epoch;
    private int _nextSample;

    public Batch<TInput, TTarget> Current { get; private set; }

    object IEnumerator.Current => Current;

    /// <summary>The plan that the stream follows.</summary>
    protected BatchPlan<TInput, TTarget> Plan { get; } = plan;

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public bool MoveNext()
    {
        cancellation.ThrowIfCancellationRequested();
        if (_nextSample == Plan.SamplesPerEpoch)
        {
            _epoch++;
            _nextSample = 0;
        }

        if (_epoch == Plan.Epochs)
        {
            _epoch--;
            _nextSample = Plan.SamplesPerEpoch;
            Current = default;
            return false;
        }

        int count = Math.Min(Plan.BatchSize, Plan.SamplesPerEpoch - _nextSample);
        Current = Read(_nextSample, count);
        _nextSample += count;
        return true;
    }

    public void Reset() => throw new NotSupportedException("A pass over a data set runs once; ask for another enumerator.");

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The batch of <paramref name="count"/> samples that starts at the given sample of the current epoch.</summary>
    protected abstract Batch<TInput, TTarget> Read(int firstSample, int count);

    protected virtual void Dispose(bool disposing)
    {
    }
}
