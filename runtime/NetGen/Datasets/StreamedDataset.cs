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
    /// <summary>Describes the samples.</summary>
    /// <param name="count">How many there are, at least one.</param>
    /// <param name="inputShape">The shape of one input, without the batch.</param>
    /// <param name="targetSize">The number of target values of one sample, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    /// <exception cref="ArgumentException">The shape has an extent below 1.</exception>
    protected StreamedDataset(int count, IReadOnlyList<int> inputShape, int targetSize)
        : base(Positive(count, nameof(count)), SizeOf([.. inputShape]), Positive(targetSize, nameof(targetSize)), [.. inputShape])
    {
    }

    /// <summary>
    /// How many samples are held back to be mixed in training, at least 1; each place that is freed takes the next sample of the source. 1 keeps the order
    /// of the source. Samples further apart than a few times this number hardly change their order: mix a sorted file before.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int ShuffleBuffer { get; init => field = Positive(value, nameof(ShuffleBuffer)); } = 10_000;

    /// <summary>Begins a pass from the first sample. Every pass gives the same samples in the same order.</summary>
    /// <returns>The pass; dispose of it.</returns>
    /// <exception cref="IOException">The source cannot be read, or has changed since it was measured.</exception>
    protected internal abstract SampleReader<TInput, TTarget> Open();

    private static int Positive(int value, string name) =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is at least 1, but is {value}.");
}
