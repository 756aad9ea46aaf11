namespace NetGen;

/// <summary>One row of a <see cref="CsvTable"/>.</summary>
public readonly struct TableRow
{
    private readonly CsvTable _table;

    internal TableRow(CsvTable table, int index)
    {
        _table = table;
        Index = index;
    }

    /// <summary>The number of the row, from 0.</summary>
    public int Index { get; }

    /// <summary>The value of a column as text; null if missing.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public string? this[string column] => Text(column);

    /// <summary>The value of a column as text, numbers in their shortest form; null if missing.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public string? Text(string column) => _table.Column(column).TextAt(Index);

    /// <summary>The number in a column; NaN if missing.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="InvalidOperationException">The column has categories.</exception>
    public double Number(string column) => _table.Column(column).NumberAt(Index);

    /// <summary>Whether the row has no value in a column.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public bool IsMissing(string column) => _table.Column(column).IsMissing(Index);
}
