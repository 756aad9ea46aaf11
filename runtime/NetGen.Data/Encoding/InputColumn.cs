namespace NetGen;

/// <summary>How one column becomes inputs: learned, and the same for tables, streams and single rows.</summary>
internal abstract class InputColumn(string name, ColumnKind kind)
{
    public string Name { get; } = name;

    public ColumnKind Kind { get; } = kind;

    /// <summary>The number of inputs.</summary>
    public abstract int Width { get; }

    /// <summary>A name for each input.</summary>
    public abstract IEnumerable<string> InputNames { get; }

    /// <summary>Encodes a field of a CSV text.</summary>
    /// <returns>What is wrong with it; null: nothing.</returns>
    public abstract string? Write(CsvField field, Span<float> inputs);

    /// <summary>Makes an encoding of the rows of a column of a table whose kind is this one's.</summary>
    /// <returns>Encodes a row; tells what is wrong with it, null: nothing.</returns>
    public abstract RowWriter Bind(TableColumn column);

    /// <summary>Encodes one row of a column of a table.</summary>
    public delegate string? RowWriter(int row, Span<float> inputs);
}
