using System.Collections;

namespace NetGen;

/// <summary>The batches of a plan, epoch after epoch, in one stream.</summary>
internal abstract class BatchStream<TInput, TTarget>(BatchPlan<TInput, TTarget> plan, BatchPosition from, CancellationToken cancellation)
    : IEnumerator<Batch<TInput, TTarget>>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private int _epoch = from.Epoch;
    private int _nextSample = Math.Min(from.Batch * plan.BatchSize, plan.SamplesPerEpoch);

    public Batch<TInput, TTarget> Current { get; private set; }

    object IEnumerator.Current => Current;

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public bool MoveNext()
    {
        cancellation.ThrowIfCancellationRequested();
        if (_nextSample == plan.SamplesPerEpoch)
        {
            _epoch++;
            _nextSample = 0;
        }

        if (_epoch >= plan.Epochs)
        {
            _epoch = plan.Epochs - 1;
            _nextSample = plan.SamplesPerEpoch;
            Current = default;
            return false;
        }

        int count = Math.Min(plan.BatchSize, plan.SamplesPerEpoch - _nextSample);
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
