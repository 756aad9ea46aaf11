namespace NetGen;

/// <summary>Which batches are taken from a set over a number of epochs, wherever the set keeps its samples.</summary>
internal abstract class BatchPlan<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    /// <param name="data">The set.</param>
    /// <param name="batchSize">Samples per batch, at least 1; more than the set has means all of it.</param>
    /// <param name="epochs">Passes over the set; each has an order of its own if there is a seed.</param>
    /// <param name="seed">The seed of the orders; null: the order of the set.</param>
    /// <param name="dropLast">Whether a last batch with fewer samples is left out.</param>
    protected BatchPlan(Dataset data, int batchSize, int epochs, ulong? seed, bool dropLast)
    {
        if (batchSize < 1 || (dropLast && batchSize > data.Count))
        {
            throw new ArgumentOutOfRangeException(nameof(batchSize), batchSize, batchSize < 1
                ? "A batch has at least one sample."
                : $"A batch of {batchSize} is more than the {data.Count} samples of the set: dropping the last, smaller batch would leave none.");
        }

        Set = data;
        BatchSize = Math.Min(batchSize, data.Count);
        Epochs = epochs;
        Seed = seed;
        SamplesPerEpoch = dropLast ? data.Count / BatchSize * BatchSize : data.Count;
    }

    /// <summary>The set, without its types.</summary>
    public Dataset Set { get; }

    public int BatchSize { get; }

    public int Epochs { get; }

    public ulong? Seed { get; }

    public int SamplesPerEpoch { get; }

    public int BatchesPerEpoch => (SamplesPerEpoch + BatchSize - 1) / BatchSize;

    /// <summary>Opens the stream of all batches from a position on: what it gives does not depend on where it was opened.</summary>
    /// <param name="from">The first batch.</param>
    /// <param name="cancellation">Ends the stream.</param>
    public abstract BatchStream<TInput, TTarget> Start(BatchPosition from, CancellationToken cancellation);

    /// <summary>All batches of all epochs.</summary>
    public BatchStream<TInput, TTarget> Start(CancellationToken cancellation) => Start(default, cancellation);
}
