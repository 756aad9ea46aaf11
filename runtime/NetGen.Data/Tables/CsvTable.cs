namespace NetGen;

/// <summary>
/// A table in memory: named columns of numbers and categories, as a CSV file has them. A table does not change; what selects, divides or adds
/// gives a new one. <see cref="TableEncoder"/> makes inputs and targets of it.
/// </summary>
public sealed partial class CsvTable
{
    private readonly Dictionary<string, TableColumn> _byName;

    internal CsvTable(string source, IReadOnlyList<TableColumn> columns, int count, MissingSet missing)
    {
        Source = source;
        Columns = columns;
        Count = count;
        Missing = missing;
        _byName = columns.ToDictionary(column => column.Name);
    }

    /// <summary>The columns in their order.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>The rows in their order.</summary>
    public IEnumerable<TableRow> Rows => Enumerable.Range(0, Count).Select(index => new TableRow(this, index));

    /// <summary>The row with a number from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public TableRow this[int row] => (uint)row < (uint)Count
        ? new(this, row)
        : throw new ArgumentOutOfRangeException(nameof(row), row, $"The table has rows 0 to {Count - 1}.");

    /// <summary>The path of the file or another name, for messages.</summary>
    internal string Source { get; }

    /// <summary>The texts that stood for no value.</summary>
    internal MissingSet Missing { get; }

    /// <summary>A column by its name.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public TableColumn Column(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.TryGetValue(name, out var column) ? column : throw ColumnNames.Unknown(Source, name, [.. _byName.Keys]);
    }

    /// <summary>The numbers of a column, row by row, NaN where one is missing: a copy.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="InvalidOperationException">The column has categories.</exception>
    public double[] Numbers(string column)
    {
        var values = Column(column);
        var numbers = new double[Count];
        for (int row = 0; row < numbers.Length; row++)
        {
            numbers[row] = values.NumberAt(row);
        }

        return numbers;
    }

    /// <summary>The texts of a column, row by row, null where one is missing; numbers in their shortest form.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public string?[] Texts(string column)
    {
        var values = Column(column);
        var texts = new string?[Count];
        for (int row = 0; row < texts.Length; row++)
        {
            texts[row] = values.TextAt(row);
        }

        return texts;
    }

    /// <summary>One line for the table and one for each column.</summary>
    public override string ToString() =>
        $"{Source}: {Count} rows, {Columns.Count} columns\n" + string.Concat(Columns.Select(column => $"  {column}\n"));
}
