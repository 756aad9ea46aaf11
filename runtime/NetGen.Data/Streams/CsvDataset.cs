namespace NetGen;

/// <summary>The encoded rows of a CSV file, read anew in each pass.</summary>
/// <typeparam name="TTarget"><see cref="int"/> for labels, otherwise <see cref="float"/>.</typeparam>
internal sealed class CsvDataset<TTarget> : StreamedDataset<float, TTarget>
    where TTarget : unmanaged
{
    private readonly CsvStream _stream;
    private readonly BoundColumns _columns;

    public CsvDataset(CsvStream stream, BoundColumns columns, IReadOnlyList<string>? classNames, string preprocessing)
        : base(stream.Count, [columns.InputSize], columns.TargetSize)
    {
        _stream = stream;
        _columns = columns;
        ClassNames = classNames;
        ClassCount = typeof(TTarget) == typeof(int) ? classNames?.Count : null;
        Preprocessing = preprocessing;
    }

    /// <summary>The file, how it is read, the part of it, and the encoder: whatever the samples depend on.</summary>
    protected internal override string? Identity =>
        $"{_stream.Source.Identity}, {_stream.Part?.ToString() ?? "all rows"}, read as {CsvOptionsText.Hash(_stream.Options)}, encoded as {ContentSample.Of(Preprocessing!)}";

    protected internal override SampleReader<float, TTarget> Open() => new CsvSampleReader<TTarget>(_stream, _columns);
}
