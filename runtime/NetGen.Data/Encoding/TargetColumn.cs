namespace NetGen;

/// <summary>How one column becomes a target.</summary>
internal abstract class TargetColumn(string name, TargetKind kind)
{
    /// <summary>What to say where there is no target.</summary>
    private const string Absent = "the target is missing. Leave such rows out: table.Where(row => !row.IsMissing(…))";

    /// <summary>Reads the target of one row of a table; tells what is wrong with it, null: nothing.</summary>
    public delegate string? RowReader(int row, out double target);

    public string Name { get; } = name;

    public TargetKind Kind { get; } = kind;

    /// <summary>The kind that the column has in a table.</summary>
    public abstract ColumnKind ColumnKind { get; }

    /// <summary>The classes in the order of their labels; null for numbers.</summary>
    public abstract IReadOnlyList<string>? ClassNames { get; }

    /// <summary>Reads the target of a field: a label as a whole number, or a number.</summary>
    /// <returns>What is wrong; null: nothing.</returns>
    public string? Read(CsvField field, out double target)
    {
        target = 0;
        return field.IsMissing ? Absent : ReadValue(field, out target);
    }

    /// <summary>Makes a reader of the rows of a column of a table whose kind is <see cref="ColumnKind"/>.</summary>
    public RowReader Bind(TableColumn column)
    {
        // A column without a single value counts as numbers, as nothing says otherwise: there is nothing to bind to.
        var values = column.Missing < column.Count ? BindValues(column) : null;
        return (row, out target) =>
        {
            target = 0;
            return values is null || column.IsMissing(row) ? Absent : values(row, out target);
        };
    }

    /// <summary>Makes a reader of the rows that are not missing.</summary>
    protected abstract RowReader BindValues(TableColumn column);

    /// <summary>Reads the target of a field that is not missing.</summary>
    protected abstract string? ReadValue(CsvField field, out double target);

    /// <summary>A prediction in the unit of the column.</summary>
    public virtual double ToOriginal(double prediction) => prediction;
}
