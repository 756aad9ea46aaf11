using System.Globalization;

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

        RequireEncodable(stream);
    }

    /// <summary>Encodes a field; tells what is wrong with it, null: nothing.</summary>
    private delegate string? Encoding(CsvField field);

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

    /// <summary>Tries what is known to occur in the file, so that it is refused now and not in the middle of a training.</summary>
    private void RequireEncodable(CsvStream stream)
    {
        foreach (var (column, position) in _inputs)
        {
            var inputs = new float[column.Width];
            Require(stream, position, field => column.Write(field, inputs));
        }

        foreach (var (column, position) in _targets)
        {
            Require(stream, position, field => column.Read(field, out _));
        }
    }

    private static void Require(CsvStream stream, int position, Encoding encode)
    {
        var column = stream.Profile.Columns[position];
        string? problem = column.Missing > 0 ? encode(new([], isMissing: true, (byte)'.')) : null;
        string[] known = column.Categories?.Values ?? (column.Numbers.Count > 0 ? [Text(column.Numbers.Minimum), Text(column.Numbers.Maximum)] : []);
        for (int i = 0; i < known.Length && problem is null; i++)
        {
            problem = encode(new(System.Text.Encoding.UTF8.GetBytes(known[i]), isMissing: false, (byte)'.'));
        }

        if (problem is not null)
        {
            throw new ArgumentException($"'{stream.Source.Name}', column '{column.Name}': {problem}.");
        }

        static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
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
                $"'{stream.Source.Name}': column '{name}' is {found.Kind} here and was {kind} where the encoder learned. Open the stream with the encoder's own options: CsvStream.Open(path, encoder.CsvOptions).");
    }
}
