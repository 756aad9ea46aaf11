namespace NetGen;

/// <summary>The samples of a binary file.</summary>
internal sealed class SampleFileDataset<TInput, TTarget> : StreamedDataset<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly FileSource _source;
    private readonly long _start;

    /// <param name="source">The file.</param>
    /// <param name="header">Its header, checked.</param>
    /// <param name="start">Where the first sample stands.</param>
    public SampleFileDataset(FileSource source, SampleFileHeader header, long start)
        : base(header.Count, header.InputShape, header.TargetSize)
    {
        _source = source;
        _start = start;
        ClassNames = header.ClassNames.Length > 0 ? header.ClassNames : null;
        ClassCount = typeof(TTarget) == typeof(int) ? ClassNames?.Count : null;
        Preprocessing = header.Preprocessing.Length > 0 ? header.Preprocessing : null;
        Normalization = header.Normalization;
    }

    protected internal override string? Identity => _source.Identity;

    protected internal override SampleReader<TInput, TTarget> Open() => new SampleFileReader<TInput, TTarget>(_source, _start, Count, InputSize, TargetSize);
}
