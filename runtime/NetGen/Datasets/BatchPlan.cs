namespace NetGen;

/// <summary>Which batches are taken from a set over a number of epochs.</summary>
/// <param name="Data">The set.</param>
/// <param name="BatchSize">Samples per batch, at least 1; more than the set has means all of it.</param>
/// <param name="Epochs">Passes over the set; each has an order of its own if there is a seed.</param>
/// <param name="Seed">The seed of the orders; null: the order of the set.</param>
/// <param name="DropLast">Whether a last batch with fewer samples is left out.</param>
internal sealed record BatchPlan<TInput, TTarget>(
    Dataset<TInput, TTarget> Data, int BatchSize, int Epochs, ulong? Seed, bool DropLast)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    public int BatchSize { get; } = BatchSize >= 1 && !(DropLast && BatchSize > Data.Count)
        ? Math.Min(BatchSize, Data.Count)
        : throw new ArgumentOutOfRangeException(nameof(BatchSize), BatchSize, BatchSize < 1
            ? "A batch has at least one sample."
            : $"A batch of {BatchSize} is more than the {Data.Count} samples of the set: dropping the last, smaller batch would leave none.");

    public int SamplesPerEpoch => DropLast ? Data.Count / BatchSize * BatchSize : Data.Count;

    public int BatchesPerEpoch => (SamplesPerEpoch + BatchSize - 1) / BatchSize;

    /// <summary>Whether samples are reordered: within one batch of all samples the order has no meaning.</summary>
    public bool Reorders => Seed is not null && BatchSize < Data.Count;

    /// <summary>Opens the stream of all batches of all epochs. Without reordering, batches of a contiguous set are slices of it.</summary>
    public BatchStream<TInput, TTarget> Start(CancellationToken cancellation) =>
        Reorders || !Data.IsContiguous
            ? new GatheredBatches<TInput, TTarget>(this, cancellation)
            : new SlicedBatches<TInput, TTarget>(this, cancellation);
}
