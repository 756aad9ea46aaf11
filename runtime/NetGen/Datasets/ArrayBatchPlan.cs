namespace NetGen;

/// <summary>The batches of a set in memory.</summary>
internal sealed class ArrayBatchPlan<TInput, TTarget>(Dataset<TInput, TTarget> data, int batchSize, int epochs, ulong? seed, bool dropLast)
    : BatchPlan<TInput, TTarget>(data, batchSize, epochs, seed, dropLast)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    public Dataset<TInput, TTarget> Data { get; } = data;

    /// <summary>Whether the consumer computes on all processors, so that no other thread would get one for itself.</summary>
    public bool Crowded { get; init; }

    /// <summary>Whether samples are reordered: within one batch of all samples the order has no meaning.</summary>
    public bool Reorders => Seed is not null && BatchSize < Data.Count;

    protected override string SetFingerprint => NetGen.SetFingerprint.Of(Data);

    /// <summary>Without reordering or changes, batches of a contiguous set are slices of it.</summary>
    protected override BatchStream<TInput, TTarget> Open(BatchPosition from, CancellationToken cancellation) =>
        Reorders || !Data.IsContiguous || Augmentation is not null
            ? new GatheredBatches<TInput, TTarget>(this, from, cancellation)
            : new SlicedBatches<TInput, TTarget>(this, from, cancellation);
}
