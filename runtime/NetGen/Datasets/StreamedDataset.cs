using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>
/// Samples that stay where they are, for example in a file larger than memory, and are read anew in each epoch. Training reads them in the order of the
/// source through a shuffle buffer; memory is bounded by that buffer and a few batches. What every sample must be is checked as it is read.
/// </summary>
/// <typeparam name="TInput"><see cref="float"/>, <see cref="double"/>, or <see cref="int"/> for token ids.</typeparam>
/// <typeparam name="TTarget"><see cref="int"/> for class labels, <see cref="float"/> or <see cref="double"/> otherwise.</typeparam>
public abstract class StreamedDataset<TInput, TTarget> : Dataset
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private const int DefaultBuffer = 10_000;
    private const long DefaultBufferBytes = 64_000_000;

    /// <summary>Describes the samples.</summary>
    /// <param name="count">How many there are, at least one.</param>
    /// <param name="inputShape">The shape of one input, without the batch.</param>
    /// <param name="targetSize">The number of target values of one sample, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    /// <exception cref="ArgumentException">The shape has an extent below 1.</exception>
    protected StreamedDataset(int count, IReadOnlyList<int> inputShape, int targetSize)
        : base(Positive(count, nameof(count)), SizeOf([.. inputShape]), Positive(targetSize, nameof(targetSize)), [.. inputShape])
    {
        long sampleBytes = ((long)InputSize * Unsafe.SizeOf<TInput>()) + ((long)TargetSize * Unsafe.SizeOf<TTarget>());
        ShuffleBuffer = (int)Math.Clamp(DefaultBufferBytes / sampleBytes, 1, DefaultBuffer);
    }

    /// <summary>
    /// How many samples are held back to be mixed in training, at least 1; each place that is freed takes the next sample of the source. 1 keeps the order
    /// of the source. Samples further apart than a few times this number hardly change their order: mix a sorted file before. Unless set, 10,000, or as many as
    /// fit into 64 MB.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int ShuffleBuffer { get; init => field = Positive(value, nameof(ShuffleBuffer)); }

    /// <summary>
    /// What tells this source from another, such as a file's name, size and a sum over parts of it; null: not known. A training that goes on from a checkpoint refuses another source.
    /// </summary>
    protected internal virtual string? Identity => null;

    /// <summary>One pass over the samples in batches, read and mixed by a background thread ahead of the consumer. No allocation per batch.</summary>
    /// <param name="batchSize">Samples per batch; the last batch has what is left.</param>
    /// <param name="shuffleSeed">The seed of the mixing; null: the order of the source.</param>
    /// <param name="dropLast">Whether a last batch with fewer samples is left out.</param>
    /// <param name="cancellationToken">Ends the pass with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is below 1, or above the set's size while the last batch is dropped.</exception>
    public Batches<TInput, TTarget> Batches(
        int batchSize, ulong? shuffleSeed = null, bool dropLast = false, CancellationToken cancellationToken = default) =>
        new(new StreamBatchPlan<TInput, TTarget>(this, batchSize, epochs: 1, shuffleSeed, dropLast) { AugmentationSeed = shuffleSeed ?? 0 }, cancellationToken);

    /// <summary>Begins a pass from the first sample. Every pass gives the same samples in the same order.</summary>
    /// <returns>The pass; dispose of it.</returns>
    /// <exception cref="IOException">The source cannot be read, or has changed since it was measured.</exception>
    protected internal abstract SampleReader<TInput, TTarget> Open();

    /// <summary>
    /// Begins a pass in a random order, for sources that can read any sample at once: then no shuffle buffer is needed, and a pass that begins within an epoch reads nothing before.
    /// </summary>
    /// <param name="seed">The seed of the orders.</param>
    /// <param name="epoch">The epoch; each has an order of its own, which depends on seed and epoch alone.</param>
    /// <param name="firstSample">How many samples of that order are left out at its beginning.</param>
    /// <returns>The pass; dispose of it. Null (unless overridden): the source is read from its start, and mixed by the shuffle buffer.</returns>
    /// <exception cref="IOException">The source cannot be read, or has changed since it was measured.</exception>
    protected internal virtual SampleReader<TInput, TTarget>? OpenInRandomOrder(ulong seed, int epoch, int firstSample) => null;

    private static int Positive(int value, string name) =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is at least 1, but is {value}.");
}
