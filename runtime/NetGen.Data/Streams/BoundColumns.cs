namespace NetGen;

/// <summary>The columns of an encoder, each with its position in a file.</summary>
internal sealed class BoundColumns
{
    private readonly (InputColumn Column, int Position)[] _inputs;
    private readonly (TargetColumn Column, int Position)[] _targets;

    /// <exception cref="ArgumentException">The file lacks a column, or a column is of another kind than the one learned from, or misses targets.</exception>
    public BoundColumns(CsvStream stream, EncodedGroup inputs, TargetColumn[] targets)
    {
        _inputs = [.. inputs.Columns.Select(column => (column, Position(stream, column.Name, column.Kind)))];
        _targets = [.. targets.Select(column => (column, Position(stream, column.Name, column.ColumnKind)))];
        InputSize = inputs.Size;
        foreach (var (column, position) in _targets)
        {
            long missing = stream.Profile.Columns[position].Missing;
            if (missing > 0)
            {
                throw new ArgumentException($"'{stream.Source.Name}': the target '{column.Name}' is missing in {missing} rows. A stream leaves no row out: remove them from the file.");
            }
        }
    }

    public int InputSize { get; }

    public int TargetSize => _targets.Length;

    /// <summary>Encodes the current row.</summary>
    /// <param name="rows">The row.</param>
    /// <param name="inputs">Receives <see cref="InputSize"/> inputs.</param>
    /// <param name="targets">Receives <see cref="TargetSize"/> targets.</param>
    /// <param name="position">The column that cannot be encoded.</param>
    /// <returns>What is wrong; null: nothing.</returns>
    public string? Encode(CsvRows rows, Span<float> inputs, Span<double> targets, out int position)
    {
        int first = 0;
        foreach (var (column, at) in _inputs)
        {
            if (column.Write(rows.Field(at), inputs.Slice(first, column.Width)) is { } problem)
            {
                position = at;
                return problem;
            }

            first += column.Width;
        }

        for (int i = 0; i < _targets.Length; i++)
        {
            if (_targets[i].Column.Read(rows.Field(_targets[i].Position), out targets[i]) is { } problem)
            {
                position = _targets[i].Position;
                return problem;
            }
        }

        position = -1;
        return null;
    }

    private static int Position(CsvStream stream, string name, ColumnKind kind)
    {
        int position = Array.IndexOf(stream.Names, name);
        if (position < 0)
        {
            throw ColumnNames.Unknown(stream.Source.Name, name, stream.Names);
        }

        var found = stream.Profile.Columns[position];
        return found.Kind == kind || found.Missing == stream.Count
            ? position
            : throw new ArgumentException(
                $"'{stream.Source.Name}': column '{name}' is {found.Kind} here and was {kind} where the encoder learned. Declare it when the stream is opened: CsvOptions.Columns = [ColumnType.{kind}(\"{name}\")].");
    }
}
