using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace NetGen;

/// <summary>One pass over the rows of a CSV text. Fields are spans of the read buffer: a row costs no allocation.</summary>
internal sealed class CsvRows : IDisposable
{
    // A row is never longer, unless a quote is left open: the buffer does not grow to the size of the file.
    private const int LongestRow = 1 << 24;

    private readonly FileSource _source;
    private readonly CsvReader _reader;
    private readonly MissingSet _missing;
    private readonly byte _decimalSeparator;
    private readonly long _mostRows;
    private bool _firstRowIsRead;

    private CsvRows(FileSource source, CsvOptions options, CsvReader reader, MissingSet missing)
    {
        _source = source;
        _reader = reader;
        _missing = missing;
        _decimalSeparator = (byte)options.DecimalSeparator;
        _mostRows = options.MaxRows ?? long.MaxValue;
        Names = [];
    }

    /// <summary>The names of the columns.</summary>
    public string[] Names { get; private set; }

    /// <summary>The number of the current row of data, the first being 1.</summary>
    public long Row { get; private set; }

    /// <summary>Starts a pass: reads the header, or the first row to count its fields.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">There is no row, or the header is not one.</exception>
    public static CsvRows Open(FileSource source, CsvOptions options, MissingSet missing)
    {
        var stream = source.Open();
        CsvRows? rows = null;
        try
        {
            stream = UnpackedStream.Of(source.Name, stream);
            rows = new CsvRows(source, options, CsvReader.Create(stream, Settings(options), leaveOpen: false), missing);
            rows.ReadNames(options);
            return rows;
        }
        catch
        {
            rows?.Dispose();
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Moves to the next row.</summary>
    /// <exception cref="InvalidDataException">The row is malformed or has too few or too many fields.</exception>
    public bool Read()
    {
        if (Row >= _mostRows || !(_firstRowIsRead || Advance()))
        {
            return false;
        }

        _firstRowIsRead = false;
        Row++;
        return _reader.FieldCount == Names.Length
            ? true
            : throw Invalid($"it has {_reader.FieldCount} fields, {Names.Length} are expected, one for each column. A separator inside a field needs quotes around the field");
    }

    /// <summary>A field of the current row.</summary>
    public CsvField Field(int column)
    {
        var text = Trim(_reader.GetSpan(column));
        return new(text, _missing.Contains(text), _decimalSeparator);
    }

    /// <summary>Refuses what is not text: bytes that are not UTF-8, and zero bytes.</summary>
    /// <exception cref="InvalidDataException">The field is not text.</exception>
    public void RequireText(ReadOnlySpan<byte> text, int column)
    {
        if (text.Contains((byte)0))
        {
            throw Invalid(column, "it has a zero byte: this is not a text file, or its encoding is not UTF-8");
        }

        if (!Utf8.IsValid(text))
        {
            throw Invalid(column, "it has bytes that are not UTF-8. Save the file as UTF-8 or set CsvOptions.Encoding");
        }
    }

    /// <summary>An exception about a field of the current row.</summary>
    public InvalidDataException Invalid(int column, string problem) => Place().Invalid(Names[column], problem);

    /// <summary>Where the current row stands, for a message that may be needed later.</summary>
    public RowPlace Place() => new(_source.Name, Row, _reader.LineNumber);

    public void Dispose() => _reader.Dispose();

    private InvalidDataException Invalid(string problem) => Place().Invalid(problem);

    private static CsvReaderOptions Settings(CsvOptions options) => new()
    {
        HasHeader = false,
        Separator = options.Separator,
        DetectSeparatorHint = false,
        Mode = options.QuotedFields ? CsvMode.Rfc4180 : CsvMode.NoEscape,
        Encoding = options.Encoding is { } encoding ? Strict(encoding) : null,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MaxRecordSize = LongestRow,
        MalformedData = CsvMalformedDataHandling.Throw,
        BufferSize = 1 << 18,
    };

    /// <summary>An encoding that refuses bytes it does not know: put in the place of them, one character would make one category of several.</summary>
    private static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }

    private bool Advance()
    {
        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException malformed)
        {
            throw new InvalidDataException($"'{_source.Name}' is not well-formed CSV: {malformed.Message}", malformed);
        }
        catch (DecoderFallbackException undecodable)
        {
            throw new InvalidDataException($"'{_source.Name}' has bytes that its encoding does not allow, so that CsvOptions.Encoding is another one: {undecodable.Message}", undecodable);
        }
    }

    private void ReadNames(CsvOptions options)
    {
        int skipped = 0;
        while (skipped < options.SkipRows && Advance())
        {
            skipped++;
        }

        if (!Advance())
        {
            throw new InvalidDataException($"'{_source.Name}' has no row{(skipped > 0 ? $" after the {skipped} that are skipped" : "")}.");
        }

        Names = new string[_reader.FieldCount];
        _firstRowIsRead = !options.HasHeader;
        CsvHeader.Read(_source.Name, Names, options, column =>
        {
            var text = Trim(_reader.GetSpan(column));
            RequireText(text, column);
            return Encoding.UTF8.GetString(text);
        });
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || (text[0] > ' ' && text[^1] > ' '))
        {
            return text;
        }

        return text.Trim(" \t\r\n"u8);
    }
}
