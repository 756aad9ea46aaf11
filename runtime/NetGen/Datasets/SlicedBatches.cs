namespace NetGen;

/// <summary>Batches that are slices of the set itself: nothing is copied, no thread is needed.</summary>
internal sealed class SlicedBatches<TInput, TTarget>(ArrayBatchPlan<TInput, TTarget> plan, BatchPosition from, CancellationToken cancellation)
    : BatchStream<TInput, TTarget>(plan, from, cancellation)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    protected override Batch<TInput, TTarget> Read(int firstSample, int count)
    {
        var data = plan.Data;
        return new(
            data.InputValues.AsMemory(firstSample * data.InputSize, count * data.InputSize),
            data.TargetValues.AsMemory(firstSample * data.TargetSize, count * data.TargetSize),
            count);
    }
}
