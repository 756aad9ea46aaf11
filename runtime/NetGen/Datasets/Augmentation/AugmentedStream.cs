namespace NetGen;

/// <summary>A streamed set with changes of its samples whenever it is trained on. It is read as the set itself is.</summary>
internal sealed class AugmentedStream<TInput, TTarget> : StreamedDataset<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly StreamedDataset<TInput, TTarget> _data;

    public AugmentedStream(StreamedDataset<TInput, TTarget> data, AugmentationPlan augmentation)
        : base(data.Count, data.InputShape, data.TargetSize)
    {
        _data = data;
        ShuffleBuffer = data.ShuffleBuffer;
        ClassNames = data.ClassNames;
        ClassCount = data.ClassCount;
        Normalization = data.Normalization;
        Preprocessing = data.Preprocessing;
        Augmentation = augmentation;
    }

    protected internal override string? Identity => _data.Identity;

    protected internal override SampleReader<TInput, TTarget> Open() => _data.Open();

    protected internal override SampleReader<TInput, TTarget>? OpenInRandomOrder(ulong seed, int epoch, int firstSample) =>
        _data.OpenInRandomOrder(seed, epoch, firstSample);
}
