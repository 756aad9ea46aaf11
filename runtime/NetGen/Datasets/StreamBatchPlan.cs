namespace NetGen;

/// <summary>The batches of a set that is read from its source in every epoch.</summary>
internal sealed class StreamBatchPlan<TInput, TTarget>(StreamedDataset<TInput, TTarget> data, int batchSize, int epochs, ulong? seed, bool dropLast)
    : BatchPlan<TInput, TTarget>(data, batchSize, epochs, seed, dropLast)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    public StreamedDataset<TInput, TTarget> Data { get; } = data;

    protected override string SetFingerprint =>
        $"{Data.Count} × {string.Join('×', Data.InputShape)} -> {Data.TargetSize}, shuffle buffer {Data.ShuffleBuffer}, {Data.Identity ?? "source not known"}";

    protected override BatchStream<TInput, TTarget> Open(BatchPosition from, CancellationToken cancellation) =>
        new StreamedBatches<TInput, TTarget>(this, from, cancellation);
}
