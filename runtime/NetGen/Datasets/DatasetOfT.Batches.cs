namespace NetGen;

public sealed partial class Dataset<TInput, TTarget>
{
    /// <summary>
    /// One pass over the samples in batches. Where samples have to be brought together (another order, a part of a set), a background
    /// thread does it ahead of the consumer, into buffers that are used again and again: no allocation per batch.
    /// An augmented set (<see cref="DatasetAugmentation"/>) gives its samples changed, for the same seed alike.
    /// </summary>
    /// <param name="batchSize">Samples per batch; the last batch has what is left.</param>
    /// <param name="shuffleSeed">
    /// The seed of the order, the same on every machine; null: the order of the set. A batch that holds the whole set is never reordered.
    /// </param>
    /// <param name="dropLast">Whether a last batch with fewer samples is left out.</param>
    /// <param name="cancellationToken">Ends the pass with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is below 1, or above the set's size while the last batch is dropped.</exception>
    public Batches<TInput, TTarget> Batches(
        int batchSize, ulong? shuffleSeed = null, bool dropLast = false, CancellationToken cancellationToken = default) =>
        new(new ArrayBatchPlan<TInput, TTarget>(this, batchSize, epochs: 1, shuffleSeed, dropLast) { AugmentationSeed = shuffleSeed ?? 0 }, cancellationToken);
}
