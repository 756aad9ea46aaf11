namespace NetGen;

/// <summary>
/// A table that stays in its file, however large that is. Opening it reads it once, in little memory, to learn what the columns are, how many rows there are and
/// what the values look like; <see cref="TableEncoder"/> then makes data sets that read and encode the rows anew in each epoch.
/// </summary>
public sealed class CsvStream
{
    private readonly CsvScan _scan;

    private CsvStream(FileSource source, CsvOptions options, MissingSet missing, CsvScan scan, RowPart? part, PartProfile profile)
    {
        Source = source;
        Options = options;
        Missing = missing;
        _scan = scan;
        Part = part;
        Count = profile.Rows;
        Profile = new(source.Name, profile.Columns, missing);
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>The columns in their order, with what is known of the rows of this stream.</summary>
    public IReadOnlyList<ColumnSummary> Columns => [.. Profile.Columns.Select(Summary)];

    internal FileSource Source { get; }

    internal CsvOptions Options { get; }

    internal MissingSet Missing { get; }

    /// <summary>The rows of the file that belong to the stream; null: all.</summary>
    internal RowPart? Part { get; }

    /// <summary>How many rows the file has.</summary>
    internal long FileRows => _scan.Rows;

    /// <summary>The names of the columns, by position.</summary>
    internal string[] Names => _scan.Names;

    internal TableProfile Profile { get; }

    /// <summary>Opens a file and reads it once; twice if a column begins with numbers and goes on with other texts.</summary>
    /// <param name="path">The file; it may be compressed by gzip, whatever its name, and is unpacked in each pass then.</param>
    /// <param name="options">How it is written; null: comma, header, UTF-8.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be read, is a folder, or changes meanwhile.</exception>
    /// <exception cref="InvalidDataException">The file is empty or malformed, or a field is not what its column is; the message tells file, row, line and column.</exception>
    /// <exception cref="ArgumentException">The options name a column that the file does not have, or contradict themselves.</exception>
    public static CsvStream Open(string path, CsvOptions? options = null)
    {
        options ??= new();
        CsvOptionsCheck.Require(options);
        var source = FileSource.OfFile(path);
        var missing = new MissingSet(options.MissingValues);
        var (scan, profile) = CsvProfiling.OfFile(source, options, missing);
        return new(source, options, missing, scan, null, profile);
    }

    /// <summary>
    /// Divides the rows at random into two streams over the same file without a row in common. What is known of the columns is learned anew, for each part from
    /// its own rows: the file is read once.
    /// </summary>
    /// <param name="fraction">The share of the first part, between 0 and 1. Each row is decided by itself, so that the share is met nearly, not exactly.</param>
    /// <param name="seed">The seed, which gives the same parts on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction leaves one of the parts without a row.</exception>
    /// <exception cref="IOException">The file has changed since it was opened.</exception>
    public (CsvStream First, CsvStream Second) Split(double fraction, ulong seed = 0)
    {
        if (!(fraction > 0 && fraction < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "The share of the first part is between 0 and 1.");
        }

        RowPart first = new(Part, seed, fraction, isFirst: true), second = new(Part, seed, fraction, isFirst: false);
        var profiles = CsvProfiling.OfParts(this, first, second);
        return profiles[0].Rows > 0 && profiles[1].Rows > 0
            ? (new(Source, Options, Missing, _scan, first, profiles[0]), new(Source, Options, Missing, _scan, second, profiles[1]))
            : throw new ArgumentOutOfRangeException(nameof(fraction), fraction, $"Of the {Count} rows {profiles[0].Rows} fall into the first part; both need at least one.");
    }

    internal ColumnKind Kind(int column) => _scan.Kinds[column];

    private ColumnSummary Summary(ColumnProfile column) => new(
        column.Name,
        column.Kind,
        column.Missing,
        column.Numbers.Minimum,
        column.Numbers.Maximum,
        column.Numbers.Mean,
        column.Numbers.Deviation,
        column.Categories is null ? null : column.SortedCategories(Source.Name).Values);
}
