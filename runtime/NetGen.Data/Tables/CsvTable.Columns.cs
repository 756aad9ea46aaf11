namespace NetGen;

public sealed partial class CsvTable
{
    /// <summary>The table with these columns alone, in this order.</summary>
    /// <exception cref="ArgumentException">There is no such column, none is named, or one is named twice.</exception>
    public CsvTable Select(params IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return columns.Count == 0 || columns.Distinct().Count() < columns.Count
            ? throw new ArgumentException("A table has at least one column, and each of them once.", nameof(columns))
            : WithColumns([.. columns.Select(Column)]);
    }

    /// <summary>The table without these columns.</summary>
    /// <exception cref="ArgumentException">There is no such column, or none would be left.</exception>
    public CsvTable Drop(params IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var dropped = columns.Select(Column).ToHashSet();
        return Select([.. Columns.Where(column => !dropped.Contains(column)).Select(column => column.Name)]);
    }

    /// <summary>The table with a column of numbers that are computed row by row; a column of that name is replaced.</summary>
    /// <param name="name">The name of the column.</param>
    /// <param name="value">The number of a row; NaN: missing.</param>
    /// <exception cref="ArgumentException">A number is infinite.</exception>
    public CsvTable With(string name, Func<TableRow, double> value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        var numbers = new double[Count];
        for (int row = 0; row < numbers.Length; row++)
        {
            numbers[row] = value(this[row]);
            if (double.IsInfinity(numbers[row]))
            {
                throw new ArgumentException($"Column '{name}' is {numbers[row].ToString(System.Globalization.CultureInfo.InvariantCulture)} in row {row}. Numbers are finite, or NaN for a missing one.", nameof(value));
            }
        }

        return WithColumn(new NumberColumn(name, numbers));
    }

    /// <summary>The table with a column of categories that are computed row by row; a column of that name is replaced.</summary>
    /// <param name="name">The name of the column.</param>
    /// <param name="value">The text of a row; null or one of the texts for missing values: missing.</param>
    public CsvTable With(string name, Func<TableRow, string?> value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        var numbers = new Dictionary<string, int>();
        var codes = new int[Count];
        for (int row = 0; row < codes.Length; row++)
        {
            string? text = value(this[row])?.Trim();
            codes[row] = text is null || Missing.Contains(text) ? -1
                : numbers.TryGetValue(text, out int known) ? known
                : numbers[text] = numbers.Count;
        }

        return WithColumn(new CategoryColumn(name, codes, [.. numbers.Keys]));
    }

    private CsvTable WithColumn(TableColumn column)
    {
        var columns = Columns.ToList();
        int index = columns.FindIndex(other => other.Name == column.Name);
        if (index >= 0)
        {
            columns[index] = column;
        }
        else
        {
            columns.Add(column);
        }

        return WithColumns(columns);
    }

    private CsvTable WithColumns(IReadOnlyList<TableColumn> columns) => new(Source, columns, Count, Missing);
}
