namespace NetGen;

/// <summary>Which batches are taken from a set over a number of epochs, wherever the set keeps its samples.</summary>
internal abstract class BatchPlan<TInput, TTarget> : IBatchPlan
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

    public Dataset Set { get; }

    public int BatchSize { get; }

    public int Epochs { get; }

    public ulong? Seed { get; }

    public int SamplesPerEpoch { get; }

    public int BatchesPerEpoch => (SamplesPerEpoch + BatchSize - 1) / BatchSize;

    /// <summary>The seed of the changes that the set's samples go through; null: they are taken as they are.</summary>
    public ulong? AugmentationSeed { get; init; }

    /// <summary>The changes that the samples go through; null: none.</summary>
    public AugmentationPlan? Augmentation => AugmentationSeed is null ? null : Set.Augmentation;

    public string Fingerprint => Augmentation is { } augmentation ? $"{SetFingerprint}, augmented by {augmentation.Describe()} from seed {AugmentationSeed}" : SetFingerprint;

    /// <summary>Tells the set from another of the same size.</summary>
    protected abstract string SetFingerprint { get; }

    /// <summary>The batches of a set, wherever it keeps its samples.</summary>
    /// <param name="data">The set.</param>
    /// <param name="batchSize">Samples per batch, at least 1; more than the set has means all of it.</param>
    /// <param name="epochs">Passes over the set; each has an order of its own if there is a seed.</param>
    /// <param name="seed">The seed of the orders; null: the order of the set.</param>
    /// <param name="dropLast">Whether a last batch with fewer samples is left out.</param>
    /// <param name="crowded">See <see cref="ArrayBatchPlan{TInput, TTarget}.Crowded"/>.</param>
    /// <param name="augmentationSeed">See <see cref="AugmentationSeed"/>.</param>
    /// <exception cref="ArgumentException">The set is neither in memory nor streamed.</exception>
    public static BatchPlan<TInput, TTarget> For(Dataset data, int batchSize, int epochs = 1, ulong? seed = null, bool dropLast = false, bool crowded = false, ulong? augmentationSeed = null) => data switch
    {
        Dataset<TInput, TTarget> array => new ArrayBatchPlan<TInput, TTarget>(array, batchSize, epochs, seed, dropLast) { Crowded = crowded, AugmentationSeed = augmentationSeed },
        StreamedDataset<TInput, TTarget> stream => new StreamBatchPlan<TInput, TTarget>(stream, batchSize, epochs, seed, dropLast) { AugmentationSeed = augmentationSeed },
        _ => throw new ArgumentException($"A {data.GetType()} holds no inputs of type {typeof(TInput).Name} with targets of type {typeof(TTarget).Name}.", nameof(data)),
    };

    /// <summary>Opens the stream of all batches from a position on: what it gives does not depend on where it was opened.</summary>
    /// <param name="from">The first batch.</param>
    /// <param name="cancellation">Ends the stream.</param>
    public BatchStream<TInput, TTarget> Start(BatchPosition from, CancellationToken cancellation) =>
        Open(from.Batch >= BatchesPerEpoch ? new BatchPosition(from.Epoch + 1, 0) : from, cancellation);

    /// <summary>All batches of all epochs.</summary>
    public BatchStream<TInput, TTarget> Start(CancellationToken cancellation) => Start(default, cancellation);

    /// <summary>Opens the stream at a batch that exists, or after the last epoch.</summary>
    protected abstract BatchStream<TInput, TTarget> Open(BatchPosition from, CancellationToken cancellation);
}
